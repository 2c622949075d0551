package io.quintet.templates;

import io.quintet.core.text.SmartSplit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a template's source: text, or what stands between the braces of a tag. */
record Token(Kind kind, String contents, int line, int column) {
  enum Kind {
    TEXT,
    VARIABLE,
    BLOCK,
    COMMENT
  }

  Position position(@Nullable String template) {
    String shown =
        switch (kind) {
          case VARIABLE -> "{{ " + contents + " }}";
          case BLOCK -> "{% " + contents + " %}";
          case COMMENT -> "{# " + contents + " #}";
          case TEXT -> contents;
        };
    return new Position(template, line, column, shown);
  }

  /** The words of a block tag; quoted phrases and translation marks stay whole. */
  List<String> bits() {
    List<String> bits = new ArrayList<>();
    List<String> pieces = SmartSplit.split(contents);
    for (int i = 0; i < pieces.size(); i++) {
      String bit = pieces.get(i);
      if (bit.startsWith("_(\"") || bit.startsWith("_('")) {
        String end = bit.charAt(2) + ")";
        StringBuilder whole = new StringBuilder(bit);
        while (!bit.endsWith(end) && i + 1 < pieces.size()) {
          bit = pieces.get(++i);
          whole.append(' ').append(bit);
        }
        bit = whole.toString();
      }
      bits.add(bit);
    }
    return bits;
  }
}
