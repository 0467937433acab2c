package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectsCsvTest {
  @Test
  void aNameOfAFileIsNeitherAFormulaNorAnOrderToATerminal() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RejectsCsv csv = new RejectsCsv(new TextOut(bytes), new Messages(Language.EN), "");
    csv.refused(List.of(Problem.at(ProblemCode.BLANK_ROW, "=a\u001b\".csv", 3, 0, null)));
    csv.blocked(Problem.at(ProblemCode.BLANK_ROW, "b.csv", 4, 1, "claim_id"));
    csv.end();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "file,line,column,field,code,message",
            "\"'=a\\u{001B}\"\".csv\",3,0,,E107,\"a blank row in the middle of the data; delete it\"",
            "\"b.csv\",4,1,claim_id,BLOCKED,\"an earlier row of the family was refused\"");
  }
}
