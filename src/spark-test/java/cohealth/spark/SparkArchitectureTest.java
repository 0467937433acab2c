package cohealth.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The job decides and computes nothing about bills, and needs no commands. */
class SparkArchitectureTest {
  private static final JavaClasses JOB =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("cohealth.spark");

  @Test
  void theJobNeedsNoCommands() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("cohealth.cli..", "picocli..", "com.fasterxml..")
        .check(JOB);
  }

  @Test
  void theJobDoesNotTouchMoney() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("cohealth.money..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(BigDecimal.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(BigInteger.class)
        .check(JOB);
  }
}
