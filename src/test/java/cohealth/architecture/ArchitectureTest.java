package cohealth.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ARCHITECTURE.md says about the code, and what holds everywhere in it. */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/cohealth");

  /** Built by the profile spark alone, whose own test looks at its classes. */
  private static final Path SPARK_SOURCES = Path.of("src/spark/java/cohealth");

  private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
  private static final String TABLE_HEADER = "| package | holds | may use |";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cohealth");

  @Test
  void everyPackageUsesOnlyWhatTheTableAllows() throws IOException {
    Map<String, Set<String>> allowed = allowedByTheTable();
    List<String> violations = new ArrayList<>();
    for (JavaClass from : MAIN) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith("cohealth")
            && !packageOf(to).equals(packageOf(from))
            && !allowed.getOrDefault(packageOf(from), Set.of()).contains(packageOf(to))) {
          violations.add(
              "%s may not use %s: %s"
                  .formatted(packageOf(from), packageOf(to), dependency.getDescription()));
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void theTableNamesThePackagesThatExist() throws IOException {
    try (Stream<Path> main = Files.list(SOURCES);
        Stream<Path> spark = Files.list(SPARK_SOURCES)) {
      assertThat(Stream.concat(main, spark).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(allowedByTheTable().keySet());
    }
  }

  @Test
  void packagesDoNotUseOneAnotherInCircles() {
    slices().matching("cohealth.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void architectureNamesOnlyFilesThatExist() throws IOException {
    Set<Path> existing;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      existing = files.collect(toSet());
    }
    List<String> named =
        Pattern.compile("`([^`\\s]+\\.java)`")
            .matcher(Files.readString(ARCHITECTURE))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(named)
        .filteredOn(name -> existing.stream().noneMatch(file -> file.endsWith(name)))
        .as("files that are named but do not exist")
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhereToStart() throws IOException {
    for (Path folder : foldersWithSources()) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).exists();
      String text = Files.readString(info).replaceAll("\\s*\\R[\\s*]*", " ");
      assertThat(text).as(info.toString()).containsPattern("(^| )@NullMarked package cohealth\\.");
      List<String> start =
          Pattern.compile("Start with \\{@link (?:[a-z]+\\.)*(\\w+)")
              .matcher(text)
              .results()
              .map(match -> match.group(1))
              .toList();
      assertThat(start).as("%s says: Start with {@link X}", info).hasSize(1);
      assertThat(folder.resolve(start.get(0) + ".java")).exists();
    }
  }

  @Test
  void packagesAreNamedByTheField() throws IOException {
    assertThat(foldersWithSources())
        .extracting(folder -> folder.getFileName().toString())
        .filteredOn(name -> name.matches("(?i).*(util|common|helper|manager|impl).*"))
        .isEmpty();
  }

  @Test
  void noFloatingPointInFieldsOrSignatures() {
    List<String> violations = new ArrayList<>();
    for (JavaClass type : MAIN) {
      for (JavaField field : type.getFields()) {
        if (isFloatingPoint(field.getType())) {
          violations.add(field.getFullName());
        }
      }
      for (JavaCodeUnit method : type.getCodeUnits()) {
        if (Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .anyMatch(ArchitectureTest::isFloatingPoint)) {
          violations.add(method.getFullName());
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void noBigNumbersButInMoney() {
    noClasses().should().dependOnClassesThat().areAssignableTo(BigDecimal.class).check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackage("cohealth.money..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(BigInteger.class)
        .check(MAIN);
  }

  @Test
  void staticFieldsDoNotChange() {
    List<String> violations = new ArrayList<>();
    for (JavaClass type : MAIN) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean container =
            field.getRawType().isArray()
                || field.getRawType().isAssignableTo(Collection.class)
                || field.getRawType().isAssignableTo(Map.class);
        if (modifiers.contains(JavaModifier.STATIC)
            && !modifiers.contains(JavaModifier.SYNTHETIC)
            && (!modifiers.contains(JavaModifier.FINAL)
                || (container && !modifiers.contains(JavaModifier.PRIVATE)))) {
          violations.add(field.getFullName());
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void onlyTheCommandsReadTheClock() {
    assertThat(
            accessesOutsideOfCli(
                "java\\.time\\..*\\.now|java\\.time\\.Clock\\.(system|tick).*"
                    + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
                    + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>"
                    + "|java\\.util\\.Calendar\\.getInstance"))
        .isEmpty();
  }

  @Test
  void onlyTheCommandsUseTheStandardStreamsAndExitCodes() {
    assertThat(
            accessesOutsideOfCli(
                "java\\.lang\\.System\\.(out|err|in|setOut|setErr|setIn|console|exit)"
                    + "|java\\.lang\\.Runtime\\.(exit|halt)"
                    + "|java\\.io\\.FileDescriptor\\.(out|err|in)"
                    + "|.*\\.printStackTrace"))
        .isEmpty();
  }

  @Test
  void onlyIoUsesJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cohealth.io..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(MAIN);
  }

  @Test
  void onlyTheCommandsUsePicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cohealth.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(MAIN);
  }

  /** Each package of the table with the packages that it may use. */
  private static Map<String, Set<String>> allowedByTheTable() throws IOException {
    List<String[]> rows =
        Files.readAllLines(ARCHITECTURE).stream()
            .dropWhile(line -> !line.startsWith(TABLE_HEADER))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .map(line -> line.split("\\|", -1))
            .toList();
    assertThat(rows).as("rows below '%s' in %s", TABLE_HEADER, ARCHITECTURE).isNotEmpty();
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    for (String[] row : rows) {
      allowed.put(row[1].strip().replace("`", ""), new TreeSet<>());
    }
    for (String[] row : rows) {
      Set<String> mayUse = allowed.get(row[1].strip().replace("`", ""));
      for (String item : row[3].strip().split(",\\s*", -1)) {
        if (item.equals("everything")) {
          mayUse.addAll(allowed.keySet());
        } else if (!item.equals("nothing")) {
          String name = item.replace(" and what it uses", "");
          assertThat(allowed).as("'%s' in the row of %s", item, row[1].strip()).containsKey(name);
          mayUse.add(name);
          if (!name.equals(item)) {
            // the rows stand in the order in which packages build on one another
            mayUse.addAll(allowed.get(name));
          }
        }
      }
    }
    return allowed;
  }

  /** The package of the table to which a class belongs: the first one below the root. */
  private static String packageOf(JavaClass type) {
    return type.getPackageName().replaceFirst("^cohealth\\.?", "").replaceFirst("\\..*", "");
  }

  private static List<Path> foldersWithSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }

  private static boolean isFloatingPoint(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .map(raw -> raw.getBaseComponentType().getName())
        .anyMatch(Set.of("double", "float", "java.lang.Double", "java.lang.Float")::contains);
  }

  /** Calls, method references and field accesses whose `owner.name` matches. */
  private static List<String> accessesOutsideOfCli(String regex) {
    Pattern forbidden = Pattern.compile(regex);
    List<String> found = new ArrayList<>();
    for (JavaClass type : MAIN) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String target = access.getTargetOwner().getName() + "." + access.getName();
        if (!packageOf(type).equals("cli") && forbidden.matcher(target).matches()) {
          found.add(access.getDescription());
        }
      }
    }
    return found;
  }
}
