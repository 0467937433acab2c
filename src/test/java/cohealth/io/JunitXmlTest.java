package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.JunitXml.Check;
import cohealth.io.JunitXml.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class JunitXmlTest {
  @Test
  void checksAsAReport() {
    assertThat(
            JunitXml.of(
                "policies",
                List.of(
                    new Check("01-a", Outcome.OK, List.of()),
                    new Check("02-b", Outcome.FAILURE, List.of("C1 pool: 1", "C2 cash: 2")),
                    new Check("03-c", Outcome.ERROR, List.of("no file")))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="policies" tests="3" failures="1" errors="1">
              <testcase classname="policies" name="01-a"/>
              <testcase classname="policies" name="02-b">
                <failure message="C1 pool: 1">C1 pool: 1
            C2 cash: 2</failure>
              </testcase>
              <testcase classname="policies" name="03-c">
                <error message="no file">no file</error>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void anyTextIsWellFormed() throws Exception {
    String text = "<&\"'>\u0000\u001b\uFFFE\uD800]]> 门诊 𠮷";
    String xml = JunitXml.of(text, List.of(new Check(text, Outcome.ERROR, List.of(text))));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("error").item(0).getTextContent())
        .startsWith("<&\"'>\\u{0000}\\u{001B}")
        .endsWith("]]> 门诊 𠮷");
  }
}
