package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.StateField;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a reviewer is asked: a source, and the names that it may use. */
record ReviewRequest(RewardSource source, Vocabulary vocabulary) {

  private static final int MOST_NAMES = 1 << 20;
  private static final int LONGEST_NAME = 1 << 16;

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      source.write(out);
      write(vocabulary, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a name of the model is no sound text; rename it", e);
    }
    return bytes.toByteArray();
  }

  static ReviewRequest decode(byte[] payload) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
    ReviewRequest request = new ReviewRequest(RewardSource.read(in), readVocabulary(in));
    if (in.available() > 0) {
      throw new WireException(in.available() + " bytes after the request; none may follow");
    }
    return request;
  }

  private static void write(Vocabulary vocabulary, DataOutputStream out) throws IOException {
    out.writeDouble(vocabulary.dt());
    out.writeInt(vocabulary.nq());
    out.writeInt(vocabulary.nv());
    out.writeInt(vocabulary.elements().size());
    for (Element element : vocabulary.elements()) {
      Text.write(element.kind().name(), out);
      Text.write(element.name(), out);
      out.writeInt(element.id());
      Text.write(element.type(), out);
      out.writeInt(element.address());
      out.writeInt(element.velocityAddress());
      out.writeInt(element.width());
      out.writeDouble(element.range().low());
      out.writeDouble(element.range().high());
      Text.write(element.axis(), out);
    }
    out.writeInt(vocabulary.parameters().size());
    for (String parameter : vocabulary.parameters()) {
      Text.write(parameter, out);
    }
    out.writeInt(vocabulary.fields().size());
    for (StateField field : vocabulary.fields()) {
      Text.write(field.name(), out);
      out.writeInt(field.number());
      out.writeInt(field.rows());
      out.writeInt(field.columns());
      Text.write(field.named().name(), out);
    }
  }

  private static Vocabulary readVocabulary(DataInputStream in) throws IOException {
    double dt = in.readDouble();
    int nq = in.readInt();
    int nv = in.readInt();
    List<Element> elements = new ArrayList<>();
    for (int left = Text.count(in, MOST_NAMES, "elements"); left > 0; left--) {
      elements.add(
          new Element(
              Kind.valueOf(name(in)),
              name(in),
              in.readInt(),
              name(in),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              new Element.Range(in.readDouble(), in.readDouble()),
              name(in)));
    }
    List<String> parameters = new ArrayList<>();
    for (int left = Text.count(in, MOST_NAMES, "parameters"); left > 0; left--) {
      parameters.add(name(in));
    }
    List<StateField> fields = new ArrayList<>();
    for (int left = Text.count(in, MOST_NAMES, "fields"); left > 0; left--) {
      fields.add(
          new StateField(
              name(in),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              StateField.Named.valueOf(name(in))));
    }
    return new Vocabulary(dt, nq, nv, elements, parameters, fields);
  }

  private static String name(DataInputStream in) throws IOException {
    return Text.read(in, LONGEST_NAME);
  }
}
