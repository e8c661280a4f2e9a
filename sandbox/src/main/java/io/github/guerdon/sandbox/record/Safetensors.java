package io.github.guerdon.sandbox.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named arrays of numbers and a map of texts in the safetensors format, which holds nothing that
 * could run (https://github.com/huggingface/safetensors).
 *
 * <p>Layout: header length (8 bytes, little endian), header (JSON), data. Of the number types,
 * float and double are known here.
 */
final class Safetensors {

  private static final int MAX_HEADER = 1 << 20;
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> metadata;
  private final Map<String, Entry> entries;

  private Safetensors(Map<String, String> metadata, Map<String, Entry> entries) {
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    this.entries = entries;
  }

  static Safetensors empty(Map<String, String> metadata) {
    return new Safetensors(metadata, new LinkedHashMap<>());
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** Adds an array of floats, {@code from} on. */
  void put(String name, List<Integer> shape, float[] values, int from) {
    int count = size(shape);
    ByteBuffer data = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values, from, count);
    entries.put(name, new Entry("F32", List.copyOf(shape), data));
  }

  /** Adds a vector of doubles. */
  void put(String name, double[] values) {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    entries.put(name, new Entry("F64", List.of(values.length), data));
  }

  /** Copies an array of floats of this shape into {@code target}. */
  void get(String name, List<Integer> shape, float[] target, int from) throws RecordException {
    entry(name, "F32", shape).data.asFloatBuffer().get(target, from, size(shape));
  }

  /** Returns a vector of so many doubles. */
  double[] doubles(String name, int count) throws RecordException {
    double[] values = new double[count];
    entry(name, "F64", List.of(count)).data.asDoubleBuffer().get(values);
    return values;
  }

  private Entry entry(String name, String type, List<Integer> shape) throws RecordException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new RecordException("no tensor '" + name + "'; there are " + entries.keySet());
    }
    if (!entry.type.equals(type) || !entry.shape.equals(shape)) {
      throw new RecordException(
          "tensor '%s' is %s%s, must be %s%s"
              .formatted(name, entry.type, entry.shape, type, shape));
    }
    return entry;
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  byte[] bytes() {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode texts = header.putObject(METADATA);
    metadata.forEach(texts::put);
    int end = 0;
    for (Map.Entry<String, Entry> named : entries.entrySet()) {
      Entry entry = named.getValue();
      ObjectNode node = header.putObject(named.getKey());
      node.put("dtype", entry.type);
      entry.shape.forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(end).add(end + entry.data.capacity());
      end += entry.data.capacity();
    }
    String text = header.toString();
    // The data begins at a multiple of 8, as the format advises; spaces fill the header up.
    text += " ".repeat((8 - text.getBytes(StandardCharsets.UTF_8).length % 8) % 8);
    byte[] head = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + head.length + end).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(head.length).put(head);
    entries.values().forEach(entry -> file.put(entry.data.duplicate().rewind()));
    return file.array();
  }

  /** Reads a file's bytes; every offset is checked, and the tensors must fill the data exactly. */
  static Safetensors parse(byte[] bytes) throws RecordException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.length < Long.BYTES ? -1 : file.getLong();
    if (length < 2 || length > MAX_HEADER || length > file.remaining()) {
      throw new RecordException(
          "not a safetensors file: a header of %d bytes in a file of %d"
              .formatted(length, bytes.length));
    }
    String text = new String(bytes, Long.BYTES, (int) length, StandardCharsets.UTF_8);
    ByteBuffer data =
        file.position(Long.BYTES + (int) length).slice().order(ByteOrder.LITTLE_ENDIAN);
    JsonNode header;
    try {
      header = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RecordException("the header is no JSON: " + e.getOriginalMessage(), e);
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    header
        .path(METADATA)
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
    Map<String, Entry> entries = new LinkedHashMap<>();
    int end = 0;
    for (Map.Entry<String, JsonNode> named : header.properties()) {
      if (!named.getKey().equals(METADATA)) {
        Entry entry = entry(named.getKey(), named.getValue(), end, data);
        entries.put(named.getKey(), entry);
        end += entry.data.capacity();
      }
    }
    if (end != data.capacity()) {
      throw new RecordException("the tensors take %d bytes of %d".formatted(end, data.capacity()));
    }
    return new Safetensors(metadata, entries);
  }

  private static Entry entry(String name, JsonNode node, int begin, ByteBuffer data)
      throws RecordException {
    String type = node.path("dtype").asText();
    List<Integer> shape = new ArrayList<>();
    node.path("shape").forEach(side -> shape.add(side.asInt(-1)));
    long size = type.equals("F32") ? Float.BYTES : type.equals("F64") ? Double.BYTES : -1;
    for (int side : shape) {
      size = side < 0 || size > Integer.MAX_VALUE ? -1 : size * side;
    }
    long from = node.path("data_offsets").path(0).asLong(-1);
    long to = node.path("data_offsets").path(1).asLong(-1);
    if (size < 0 || from != begin || to != begin + size || to > data.capacity()) {
      throw new RecordException(
          "tensor '%s' has type '%s', shape %s and bytes %d to %d, which does not fit"
              .formatted(name, type, shape, from, to));
    }
    return new Entry(
        type, List.copyOf(shape), data.slice(begin, (int) size).order(ByteOrder.LITTLE_ENDIAN));
  }

  private record Entry(String type, List<Integer> shape, ByteBuffer data) {}
}
