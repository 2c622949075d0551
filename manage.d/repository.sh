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

# ./manage templatespeed [PAGE...]: the processor time of a page by each engine, a fresh JVM for each.
manage_templatespeed() {
  local engine page
  build_module benchmarks "the benchmarks"
  for page in "${@:-STOCKS}"; do
    for engine in quintet-typed jte rocker jstachio quintet pebble freemarker qute thymeleaf; do
      "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -cp "$(classpath_of "$ROOT/benchmarks")" \
        io.quintet.benchmarks.engines.ProcessorTime "$engine" "$page" 2>/dev/null
    done
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

# ./manage fuzz ROOM [TARGET] [TIME] [--keep]: lets Jazzer look for inputs that break a room, see docs/fuzzing.md.
# TARGET is a class *Fuzz in the tests of the room, by default each of them; TIME is 90s, 20m or 8h, for all together.
# --keep writes what was found worth keeping back to the corpus.
manage_fuzz() {
  local room="${1:-}" wanted="" seconds=60 keep="" word
  local targets=() target
  [ -d "$ROOT/framework/$room/src/test" ] && [ -n "$room" ] || {
    say "Use: ./manage fuzz ROOM [TARGET] [TIME] [--keep], such as: ./manage fuzz templates 20m"
    exit 2
  }
  shift
  for word in "$@"; do
    case "$word" in
      --keep) keep=yes ;;
      [0-9]*s) seconds="${word%s}" ;;
      [0-9]*m) seconds=$((${word%m} * 60)) ;;
      [0-9]*h) seconds=$((${word%h} * 3600)) ;;
      *) wanted="$word" ;;
    esac
  done
  while IFS= read -r target; do targets+=("$target"); done < <(
    find "$ROOT/framework/$room/src/test/java" -name "${wanted:-*Fuzz}.java" | sort)
  [ "${#targets[@]}" -gt 0 ] || { say "No class ${wanted:-*Fuzz} in the tests of framework/$room."; exit 2; }
  find_maven
  maven -q -f "$ROOT/pom.xml" ${MAVEN_ARGS:-} -pl "framework/$room,fuzzing" -am test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -DincludeScope=test -Dmdep.outputFile=target/test-classpath.txt >/dev/null
  for target in "${targets[@]}"; do
    fuzz_target "$room" "$target" $((seconds / ${#targets[@]})) "$keep"
  done
}

# fuzz_target ROOM FILE SECONDS KEEP: runs one target; stops at the first input that breaks it.
fuzz_target() {
  local room="$1" name class work corpus folder="$ROOT/framework/$1" classpath status=0
  name="$(basename "$2" .java)"
  class="$(sed -n -E 's/^package ([a-z.]+);.*/\1/p' "$2").$name"
  work="$folder/target/fuzz/$name"
  corpus="$folder/src/test/resources/$(printf '%s' "${class%.*}" | tr . /)/$name.corpus"
  classpath="$folder/target/test-classes:$folder/target/classes:$(cat "$folder/target/test-classpath.txt")"
  classpath="$classpath:$(cat "$ROOT/fuzzing/target/classpath.txt")"
  rm -rf "$work/kept" "$work/small"
  mkdir -p "$work/found" "$work/kept" "$work/small"
  "$JAVA_HOME/bin/java" -cp "$ROOT/fuzzing/target/classes" io.quintet.fuzzing.CorpusFiles unpack "$corpus" "$work/kept"
  local dictionary=() jazzer=("$JAVA_HOME/bin/java" -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow -Xmx1g -Xss2m -XX:+UseSerialGC -cp "$classpath"
    com.code_intelligence.jazzer.Jazzer "--target_class=$class" "--instrumentation_includes=io.quintet.**" "--custom_hook_includes=io.quintet.**"
    "--reproducer_path=$work")
  [ ! -f "${corpus%.corpus}.dict" ] || dictionary=("-dict=${corpus%.corpus}.dict")
  say "Fuzzing $class for $3 s; what it says is in $work/log"
  "${jazzer[@]}" "$work/found" "$work/kept" ${dictionary[@]+"${dictionary[@]}"} -max_total_time="$3" -max_len=2048 \
    -timeout=30 -rss_limit_mb=4096 "-artifact_prefix=$work/" >"$work/log" 2>&1 || status=$?
  grep -E '^== Java Exception|^Caused by|DEDUP_TOKEN|Test unit written|ALARM|^Base64' "$work/log" >&2 || true
  say "$(grep -E '^#[0-9]+' "$work/log" | tail -n 1)"
  [ "$status" = 0 ] || { say "$class fails: see $work/log"; exit 1; }
  if [ -n "$4" ]; then
    "${jazzer[@]}" -merge=1 "$work/small" "$work/kept" "$work/found" -max_len=400 >"$work/merge.log" 2>&1
    "$JAVA_HOME/bin/java" -cp "$ROOT/fuzzing/target/classes" io.quintet.fuzzing.CorpusFiles pack "$work/small" "$corpus"
    say "$(wc -l <"$corpus") inputs are kept in ${corpus#"$ROOT"/}"
  fi
}
