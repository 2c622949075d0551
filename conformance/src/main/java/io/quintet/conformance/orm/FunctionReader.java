package io.quintet.conformance.orm;

import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.Maths;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the functions in the expressions of cases; names decide, so types are not looked at. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class FunctionReader {
  private final ExpressionReader expressions;
  private final Map<String, @Nullable Object> object;
  private final List<@Nullable Object> raw;
  private final String name;

  private FunctionReader(ExpressionReader expressions, Map<String, @Nullable Object> object) {
    this.expressions = expressions;
    this.object = object;
    this.raw = Raw.list(object.get("args"));
    this.name = String.valueOf(object.get("$func"));
  }

  static Node of(ExpressionReader expressions, Map<String, @Nullable Object> object) {
    FunctionReader reader = new FunctionReader(expressions, object);
    Expression<?, ?> date = DateReader.of(expressions, object);
    Node node = (date != null ? date : reader.expression()).node();
    // Java's functions of numbers say that they yield a double; here the types of their arguments
    // count.
    return node instanceof Node.Typed typed && typed.expression() instanceof Node.Call
        ? typed.expression()
        : node;
  }

  private Expression argument(int position) {
    return new Expression<>(expressions.argument(raw.get(position)));
  }

  private Expression[] all() {
    Expression[] found = new Expression[raw.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = argument(i);
    }
    return found;
  }

  /** An argument that is a constant in Java. */
  private @Nullable Object constant(int position, @Nullable Object absent) {
    if (position >= raw.size()) {
      return absent;
    }
    Object value = raw.get(position);
    if (value instanceof Map<?, ?> map) {
      value = Raw.object(map).containsKey("$value") ? map.get("$value") : value;
    }
    if (value instanceof Map<?, ?>) {
      throw new Unwritable(name + " with a computed argument: Java's takes a constant");
    }
    return value;
  }

  private int number(int position) {
    return OutputReader.number(constant(position, null));
  }

  private String text(int position, String absent) {
    return String.valueOf(constant(position, absent));
  }

  private Expression expression() {
    return switch (name) {
      case "Coalesce" -> Functions.coalesce(all());
      case "Greatest" -> Functions.greatest(all());
      case "Least" -> Functions.least(all());
      case "NullIf" -> Functions.nullIf(argument(0), argument(1));
      case "Cast" -> Functions.cast(argument(0), OutputReader.of(object.get("out")));
      case "JSONObject" -> jsonObject();
      case "Now" -> Functions.now();
      case "Collate" -> Functions.collate(argument(0), text(1, ""));
      default -> textFunction();
    };
  }

  private Expression jsonObject() {
    Map<String, Expression<Object, ?>> members = new LinkedHashMap<>();
    Raw.object(object.get("kwargs"))
        .forEach((key, value) -> members.put(key, new Expression<>(expressions.argument(value))));
    return Functions.jsonObject(members);
  }

  private Expression textFunction() {
    return switch (name) {
      case "Lower" -> Functions.lower(argument(0));
      case "Upper" -> Functions.upper(argument(0));
      case "Length" -> Functions.length(argument(0));
      case "Trim" -> Functions.trim(argument(0));
      case "Concat" -> Functions.concat(all());
      case "LTrim" -> Texts.ltrim(argument(0));
      case "RTrim" -> Texts.rtrim(argument(0));
      case "Reverse" -> Texts.reverse(argument(0));
      case "Substr" ->
          raw.size() > 2
              ? Texts.substring(argument(0), number(1), number(2))
              : Texts.substring(argument(0), number(1));
      case "Left" -> Texts.left(argument(0), number(1));
      case "Right" -> Texts.right(argument(0), number(1));
      case "Replace" -> Texts.replace(argument(0), text(1, ""), text(2, ""));
      case "StrIndex" -> Texts.indexOf(argument(0), text(1, ""));
      case "LPad" -> Texts.leftPad(argument(0), number(1), text(2, " "));
      case "RPad" -> Texts.rightPad(argument(0), number(1), text(2, " "));
      case "Repeat" -> Texts.repeat(argument(0), number(1));
      case "Chr" -> Texts.character(argument(0));
      case "Ord" -> Texts.codePoint(argument(0));
      case "MD5" -> Texts.md5(argument(0));
      case "SHA1" -> Texts.sha1(argument(0));
      case "SHA224" -> Texts.sha224(argument(0));
      case "SHA256" -> Texts.sha256(argument(0));
      case "SHA384" -> Texts.sha384(argument(0));
      case "SHA512" -> Texts.sha512(argument(0));
      default -> mathFunction();
    };
  }

  private int precision() {
    Object given = Raw.object(object.get("kwargs")).get("precision");
    return given != null ? OutputReader.number(given) : raw.size() > 1 ? number(1) : 0;
  }

  private Expression mathFunction() {
    return switch (name) {
      case "Abs" -> Functions.abs(argument(0));
      case "Ceil" -> Maths.ceil(argument(0));
      case "Floor" -> Maths.floor(argument(0));
      case "Round" ->
          precision() == 0 ? Maths.round(argument(0)) : Maths.round(argument(0), precision());
      case "Sign" -> Maths.sign(argument(0));
      case "Mod" -> Maths.mod(argument(0), argument(1));
      case "Power" -> Maths.power(argument(0), argument(1));
      case "Sqrt" -> Maths.sqrt(argument(0));
      case "Exp" -> Maths.exp(argument(0));
      case "Ln" -> Maths.ln(argument(0));
      case "Log" -> Maths.log(argument(0), argument(1));
      case "Sin" -> Maths.sin(argument(0));
      case "Cos" -> Maths.cos(argument(0));
      case "Tan" -> Maths.tan(argument(0));
      case "Cot" -> Maths.cot(argument(0));
      case "ASin" -> Maths.asin(argument(0));
      case "ACos" -> Maths.acos(argument(0));
      case "ATan" -> Maths.atan(argument(0));
      case "Random" -> Maths.random();
      case "ATan2" -> Maths.atan2(argument(0), argument(1));
      case "Pi" -> Maths.pi();
      case "Degrees" -> Maths.degrees(argument(0));
      case "Radians" -> Maths.radians(argument(0));
      default -> throw new Unwritable("not built yet: function " + name);
    };
  }
}
