package io.quintet.templates;

import io.quintet.core.text.Nearest;
import io.quintet.core.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the nodes of one template from its tokens. */
final class Parser {
  /** As deep as templates may include each other; a stack holds several times that. */
  private static final int DEEPEST = 250;

  private final List<Token> tokens;
  private final Engine engine;
  private final @Nullable String name;
  private final String origin;
  private final Map<String, NodeCompiler> tags = new HashMap<>();
  private final Map<String, Filter> filters = new HashMap<>();
  private final Deque<Token> open = new ArrayDeque<>();
  private final List<Node.Block> blocks = new ArrayList<>();
  private final Set<String> blockNames = new HashSet<>();
  private final Map<String, Node.PartialDef> partials = new LinkedHashMap<>();
  private final Map<String, Node.Cycle> namedCycles = new HashMap<>();
  private final List<FilterExpression> expressions = new ArrayList<>();
  private final List<NodeList> bodies = new ArrayList<>();
  private final Map<Node, SyntaxReader.TagParts> parts = new IdentityHashMap<>();
  private Node.@Nullable Cycle lastCycle;
  private int at;

  Parser(Engine engine, @Nullable String name, String origin, String source) {
    this.engine = engine;
    this.name = name;
    this.origin = origin;
    this.tokens = new Lexer(source, engine.multiLineTags()).tokens();
    engine.builtins().forEach(this::use);
  }

  void use(Library library) {
    tags.putAll(library.tags());
    filters.putAll(library.filters());
    library.removed().forEach(tags::remove);
  }

  @Nullable String name() {
    return name;
  }

  String origin() {
    return origin;
  }

  Engine engine() {
    return engine;
  }

  List<Node.Block> blocks() {
    return blocks;
  }

  /** Whether the name is new among the blocks of this template. */
  boolean claimBlock(String blockName) {
    return blockNames.add(blockName);
  }

  Map<String, Node.PartialDef> partials() {
    return partials;
  }

  Map<String, Node.Cycle> namedCycles() {
    return namedCycles;
  }

  Node.@Nullable Cycle lastCycle() {
    return lastCycle;
  }

  Node.Cycle remember(Node.Cycle cycle) {
    lastCycle = cycle;
    if (cycle.name() != null) {
      namedCycles.put(cycle.name(), cycle);
    }
    return cycle;
  }

  NodeList parse() {
    return parse(List.of());
  }

  /** Reads up to one of the end tags, which stays the next token. */
  NodeList parse(List<String> ends) {
    List<Node> nodes = new ArrayList<>();
    boolean onlyText = true;
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      switch (token.kind()) {
        case TEXT ->
            nodes.add(new Node.Text(token.position(name), new StaticText(token.contents())));
        case COMMENT -> {}
        case VARIABLE -> {
          nodes.add(variable(token));
          onlyText = false;
        }
        case BLOCK -> {
          String command = command(token);
          if (ends.contains(command)) {
            at--;
            return NodeList.of(nodes);
          }
          Node node = tag(token, command, ends);
          if (node instanceof Node.Extends && !onlyText) {
            throw error(
                token, "{% " + token.contents() + " %} must be the first tag in '" + name + "'.");
          }
          onlyText = false;
          nodes.add(node);
        }
      }
    }
    if (!ends.isEmpty()) {
      throw unclosed(ends);
    }
    return NodeList.of(nodes);
  }

  private Node variable(Token token) {
    if (token.contents().isEmpty()) {
      throw error(token, "Empty variable tag on line " + token.line());
    }
    try {
      FilterExpression expression = new ExpressionParser(token.contents(), this::filter).parse();
      return new Node.Variable(token.position(name), expression);
    } catch (TemplateException e) {
      e.at(token.position(name));
      throw e;
    }
  }

  private String command(Token token) {
    String command = ExpressionParser.firstWord(token.contents());
    if (command == null) {
      throw error(token, "Empty block tag on line " + token.line());
    }
    return command;
  }

  private Node tag(Token token, String command, List<String> ends) {
    NodeCompiler compiler = tags.get(command);
    if (compiler == null) {
      throw unknownTag(token, command, ends);
    }
    open.push(token);
    if (open.size() > DEEPEST) {
      throw error(token, "Tags are nested more than " + DEEPEST + " levels deep.");
    }
    int firstExpression = expressions.size();
    int firstBody = bodies.size();
    try {
      Node node = compiler.compile(new TagSource(this, token));
      open.pop();
      remember(node, firstExpression, firstBody);
      return node;
    } catch (TemplateException e) {
      e.at(token.position(name));
      throw e;
    }
  }

  /** Keeps what a tag of a library compiled, for tools; a node of the core knows its own parts. */
  private void remember(Node node, int firstExpression, int firstBody) {
    List<FilterExpression> ownExpressions =
        expressions.subList(firstExpression, expressions.size());
    List<NodeList> ownBodies = bodies.subList(firstBody, bodies.size());
    if (engine.keepsSyntax() && node instanceof Node.Custom) {
      parts.put(
          node, new SyntaxReader.TagParts(List.copyOf(ownExpressions), List.copyOf(ownBodies)));
    }
    ownExpressions.clear();
    ownBodies.clear();
  }

  void body(NodeList nodes) {
    bodies.add(nodes);
  }

  Map<Node, SyntaxReader.TagParts> parts() {
    return parts;
  }

  private TemplateSyntaxError unknownTag(Token token, String command, List<String> ends) {
    String expected =
        ends.isEmpty()
            ? ""
            : ", expected " + Words.join(ends.stream().map(end -> "'" + end + "'").toList(), "or");
    TemplateSyntaxError error =
        error(
            token,
            "Invalid block tag on line "
                + token.line()
                + ": '"
                + command
                + "'"
                + expected
                + ". Did you forget to register or load this tag?");
    Set<String> known = new HashSet<>(tags.keySet());
    known.addAll(ends);
    error.hint(choices("tag", command, known));
    return error;
  }

  private static String choices(String what, String name, Set<String> known) {
    return "\n    The "
        + what
        + " '"
        + name
        + "' is unknown"
        + Nearest.suggestion(name, known)
        + ". There are: "
        + String.join(", ", new TreeSet<>(known))
        + ".";
  }

  private TemplateSyntaxError unclosed(List<String> ends) {
    Token token = open.pop();
    return error(
        token,
        "Unclosed tag on line "
            + token.line()
            + ": '"
            + ExpressionParser.firstWord(token.contents())
            + "'. Looking for one of: "
            + String.join(", ", ends)
            + ".");
  }

  Token next() {
    return tokens.get(at++);
  }

  void skipTo(String end) {
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      if (token.kind() == Token.Kind.BLOCK && token.contents().equals(end)) {
        return;
      }
    }
    throw unclosed(List.of(end));
  }

  /**
   * The tokens up to a block tag that is none of a body's: used by tags that read text themselves.
   */
  @Nullable Token nextOrNull() {
    return at < tokens.size() ? tokens.get(at++) : null;
  }

  FilterExpression expression(String source) {
    FilterExpression expression = new ExpressionParser(source, this::filter).parse();
    if (!open.isEmpty()) {
      expressions.add(expression);
    }
    return expression;
  }

  private Filter filter(String filterName) {
    Filter filter = filters.get(filterName);
    if (filter == null) {
      TemplateSyntaxError error = new TemplateSyntaxError("Invalid filter: '" + filterName + "'");
      error.hint(choices("filter", filterName, filters.keySet()));
      throw error;
    }
    return filter;
  }

  private TemplateSyntaxError error(Token token, String reason) {
    return new TemplateSyntaxError(reason, token.position(name));
  }
}
