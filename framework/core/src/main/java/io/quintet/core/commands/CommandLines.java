package io.quintet.core.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Turns a command's declared options into a parser, and arguments into values by name. */
final class CommandLines {
  /** The status of a parse after which the command is to be run. */
  static final int RUN = -1;

  private static final int USAGE = 2;

  record Parsed(int status, Map<String, List<String>> values) {}

  private CommandLines() {}

  static Parsed parse(Command command, Terminal terminal, String... arguments) {
    var options = new Options();
    command.options(options);
    CommandLine line = new CommandLine(spec(command, options));
    line.setUsageHelpWidth(100);
    try {
      CommandLine.ParseResult result = line.parseArgs(arguments);
      if (result.isUsageHelpRequested()) {
        line.usage(terminal.out(), CommandLine.Help.Ansi.OFF);
        return new Parsed(0, Map.of());
      }
      return new Parsed(RUN, values(options, result));
    } catch (CommandLine.ParameterException e) {
      terminal.error(String.valueOf(e.getMessage()));
      terminal.err().println("'./manage " + command.name() + " --help' shows what is allowed.");
      return new Parsed(USAGE, Map.of());
    }
  }

  private static CommandSpec spec(Command command, Options options) {
    CommandSpec spec = CommandSpec.create().name("./manage " + command.name());
    spec.usageMessage().description(escape(command.help()));
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this text.").build());
    int index = 0;
    for (Options.Declared option : options.declared()) {
      switch (option.kind()) {
        case FLAG ->
            spec.addOption(
                OptionSpec.builder(option.name())
                    .type(boolean.class)
                    .description(escape(option.help()))
                    .build());
        case OPTION -> {
          var builder =
              OptionSpec.builder(option.name())
                  .type(String.class)
                  .arity("1")
                  .paramLabel(option.valueName())
                  .description(escape(option.help()));
          if (option.fallback() != null) {
            builder.defaultValue(option.fallback());
          }
          spec.addOption(builder.build());
        }
        case ARGUMENT, OPTIONAL_ARGUMENT, ARGUMENTS -> {
          boolean many = option.kind() == Options.Kind.ARGUMENTS;
          boolean must = option.kind() == Options.Kind.ARGUMENT;
          spec.addPositional(
              PositionalParamSpec.builder()
                  .index(many ? index + "..*" : String.valueOf(index))
                  .type(many ? List.class : String.class)
                  .auxiliaryTypes(String.class)
                  .required(must)
                  .arity(many ? "0..*" : must ? "1" : "0..1")
                  .paramLabel(option.name())
                  .description(escape(option.help()))
                  .build());
          index++;
        }
      }
    }
    return spec;
  }

  private static Map<String, List<String>> values(Options options, CommandLine.ParseResult result) {
    Map<String, List<String>> values = new HashMap<>();
    int index = 0;
    for (Options.Declared option : options.declared()) {
      String name = CommandContext.plain(option.name());
      switch (option.kind()) {
        case FLAG -> {
          if (result.matchedOptionValue(option.name(), false)) {
            values.put(name, List.of());
          }
        }
        case OPTION -> {
          String found = result.matchedOptionValue(option.name(), option.fallback());
          if (found != null) {
            values.put(name, List.of(found));
          }
        }
        case ARGUMENT, OPTIONAL_ARGUMENT -> {
          String found = result.matchedPositionalValue(index++, null);
          if (found != null) {
            values.put(name, List.of(found));
          }
        }
        case ARGUMENTS -> values.put(name, result.matchedPositionalValue(index++, List.of()));
      }
    }
    return values;
  }

  private static String escape(String text) {
    return text.replace("%", "%%");
  }
}
