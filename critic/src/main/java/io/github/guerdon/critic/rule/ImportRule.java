package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.ImportDeclaration;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;

/**
 * IMPORT: no import gives a name of the API or of an allowed class to something else. Other imports
 * are dropped: what they bring cannot be used anyway.
 */
final class ImportRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    for (ImportDeclaration declaration : program.unit().getImports()) {
      String name = declaration.getNameAsString();
      String simple = name.substring(name.lastIndexOf('.') + 1);
      boolean own = name.equals("java.lang." + simple) || name.equals(Api.PACKAGE + "." + simple);
      if (!declaration.isAsterisk() && Api.RESERVED.contains(simple) && !own) {
        findings.add(
            "IMPORT",
            declaration,
            "import of "
                + Quote.name(name)
                + " would replace "
                + simple
                + "; remove it, import "
                + Api.PACKAGE
                + ".*");
      }
    }
  }
}
