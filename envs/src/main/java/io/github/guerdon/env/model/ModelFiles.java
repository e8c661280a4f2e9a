package io.github.guerdon.env.model;

import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lists the files that a model consists of, before MuJoCo opens any: none may lie outside the
 * model's folder.
 */
public final class ModelFiles {

  private static final List<String> FOLDER_ATTRIBUTES =
      List.of("assetdir", "meshdir", "texturedir");

  private final Path root;
  private final Set<Path> files = new LinkedHashSet<>();
  private final Set<Path> included = new LinkedHashSet<>();
  private final Set<String> folders = new LinkedHashSet<>(List.of(""));
  private final List<Reference> references = new ArrayList<>();

  private record Reference(Path in, int line, String file) {}

  private ModelFiles(Path root) {
    this.root = root;
  }

  /**
   * Returns a model's files, itself first, in the order of mention.
   *
   * @param model the MJCF file
   * @param root the folder that they may not leave
   * @throws TaskException if one lies outside, if the XML is not well-formed, or if the model wants
   *     a plugin
   */
  public static List<Path> of(Path model, Path root) throws TaskException {
    try {
      ModelFiles files = new ModelFiles(root.toRealPath());
      files.scan(model.toRealPath());
      for (Reference reference : files.references) {
        files.resolve(reference, model.toRealPath().resolveSibling(""));
      }
      return List.copyOf(files.files);
    } catch (IOException e) {
      throw new TaskException(
          model
              + ": cannot read the model's files ("
              + e.getMessage()
              + "); check their permissions");
    }
  }

  private void scan(Path xml) throws TaskException, IOException {
    if (!included.add(xml)) {
      return;
    }
    files.add(xml);
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(xml)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          element(xml, reader);
        }
      }
    } catch (XMLStreamException e) {
      String message =
          String.valueOf(e.getMessage())
              .replaceAll("(?s)^ParseError at .*?Message: ", "")
              .replaceAll("\\s+", " ")
              .strip();
      throw new TaskException(
          xml
              + ":"
              + e.getLocation().getLineNumber()
              + ":"
              + e.getLocation().getColumnNumber()
              + ": the model is not well-formed XML: "
              + message
              + "; correct it there");
    }
  }

  private void element(Path xml, XMLStreamReader reader) throws TaskException, IOException {
    int line = reader.getLocation().getLineNumber();
    if (reader.getLocalName().equals("plugin")) {
      throw new TaskException(
          xml
              + ":"
              + line
              + ":1: the model asks for a plugin, and plugins are never loaded; remove the element");
    }
    for (String attribute : FOLDER_ATTRIBUTES) {
      String folder = reader.getAttributeValue(null, attribute);
      if (folder != null) {
        folders.add(folder);
      }
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).startsWith("file")) {
        String file = reader.getAttributeValue(i);
        references.add(new Reference(xml, line, file));
        if (reader.getLocalName().equals("include")) {
          Path target = xml.resolveSibling(file).normalize();
          requireInside(target, references.get(references.size() - 1));
          if (Files.isRegularFile(target)) {
            scan(target.toRealPath());
          }
        }
      }
    }
  }

  /**
   * MuJoCo looks for a file in the folder for its kind; whichever it is, the file must lie inside.
   */
  private void resolve(Reference reference, Path modelFolder) throws TaskException, IOException {
    for (String folder : folders) {
      Path target = modelFolder.resolve(folder).resolve(reference.file()).normalize();
      requireInside(target, reference);
      if (Files.isRegularFile(target)) {
        files.add(target.toRealPath());
      }
    }
  }

  private void requireInside(Path target, Reference reference) throws TaskException, IOException {
    Path real = Files.exists(target) ? target.toRealPath() : target;
    if (!target.startsWith(root) || !real.startsWith(root)) {
      throw new TaskException(
          reference.in()
              + ":"
              + reference.line()
              + ":1: '"
              + reference.file()
              + "' lies outside the model's folder "
              + root
              + "; copy the file into it");
    }
  }
}
