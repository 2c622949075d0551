# Commands of the framework's own repository; sourced by ./manage.

# Builds a module if it is stale: build_module FOLDER LABEL [OPTIONS OF MAVEN]
build_module() {
  local folder="$1" label="$2" here="$PWD"
  cd "$ROOT"
  if ! whole "$folder" || stale "$folder/target/manage.stamp" pom.xml framework benchmarks "$folder"; then
    build "$@"
  fi
  cd "$here"
}

# Builds a module if it is stale and runs its main class: run_module FOLDER LABEL MAIN arguments...
run_module() {
  local folder="$1" label="$2" main="$3"; shift 3
  build_module "$folder" "$label"
  run_java "$(classpath_of "$ROOT/$folder")" "$main" "$@"
}

# ./manage conformance DIR: runs recorded cases against the framework.
manage_conformance() {
  run_module conformance "the conformance runner" io.quintet.conformance.Conformance "$@"
}

# ./manage yardstick [PORT]: serves the yardstick application of the benchmarks, with the JVM's own
# choice of garbage collector and the heap that every implementation of the yardstick has.
manage_yardstick() {
  build_module benchmarks "the benchmarks"
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx512m \
    -cp "$(classpath_of "$ROOT/benchmarks")" io.quintet.benchmarks.yardstick.Yardstick "$@"
}

# Builds the benchmarks with the other ORMs beside this one and runs a main class: run_peers MAIN arguments...
run_peers() {
  build_module benchmarks/peers "the benchmarks" -Ppeers
  run_java "$(classpath_of "$ROOT/benchmarks/peers")" "$@"
}

# ./manage jmh [PATTERN] [options of JMH]: runs the micro-benchmarks whose names match.
manage_jmh() {
  run_peers org.openjdk.jmh.Main "$@"
}

# ./manage ormspeed DATABASE [UNIT...|growth]: ORMs beside each other on sqlite or postgresql, as ratios.
manage_ormspeed() {
  run_peers io.quintet.benchmarks.orm.OrmReport "$@"
}

# ./manage coldstart [PAGE]: what a template costs each engine before it is warm, a fresh JVM for each.
manage_coldstart() {
  local engine
  build_module benchmarks "the benchmarks"
  for engine in quintet-typed quintet jte rocker jstachio pebble freemarker thymeleaf qute; do
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "$(classpath_of "$ROOT/benchmarks")" \
      io.quintet.benchmarks.engines.ColdStart "$engine" "${1:-ARTICLES}" 2>/dev/null
  done
}

# ./manage startproject NAME [FOLDER]: the new project takes the framework from the local Maven repository.
manage_startproject() {
  local here="$PWD" started
  build_site
  cd "$ROOT"
  if stale target/installed.stamp pom.xml framework; then
    find_maven
    progress "Installing the framework into the local Maven repository …"
    started="$(mktemp "$ROOT/target/started.XXXXXX")"
    maven -q -Dmaven.test.skip=true -pl framework/quintet,framework/testing -am install >target/build.log 2>&1 || {
      progress_done
      build_errors target/build.log
      say "The framework could not be installed; everything Maven said is in $ROOT/target/build.log"
      exit 1
    }
    touch -r "$started" target/installed.stamp
    rm -f "$started"
    progress_done
  fi
  cd "$here"
  site_environment
  run_java "$(classpath_of "$ROOT/$SITE")" "$MAIN" startproject "$@"
}

# ./manage format [--check]: formats every Java source; --check only names those that are not formatted.
manage_format() {
  local goal=apply
  find_maven
  if [ "${1:-}" = "--check" ]; then goal=check; shift; fi
  maven -q -f "$ROOT/pom.xml" -Pformat "com.diffplug.spotless:spotless-maven-plugin:3.11.0:$goal" "$@"
}
