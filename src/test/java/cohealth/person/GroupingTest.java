package cohealth.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupingTest {
  @Test
  void membersStandInTheirGroupsInTheirOrder() {
    Random random = new Random(9);
    for (int round = 0; round < 300; round++) {
      int groups = 1 + random.nextInt(9);
      int[] groupOf = random.ints(random.nextInt(30), 0, groups).toArray();
      List<List<Integer>> expected = new ArrayList<>();
      for (int group = 0; group < groups; group++) {
        expected.add(new ArrayList<>());
      }
      for (int i = 0; i < groupOf.length; i++) {
        expected.get(groupOf[i]).add(i);
      }
      Grouping grouping = new Grouping(groups, groupOf.length, i -> groupOf[i]);
      for (int group = 0; group < groups; group++) {
        List<Integer> members = new ArrayList<>();
        for (int at = grouping.start(group); at < grouping.end(group); at++) {
          members.add(grouping.member(at));
        }
        assertThat(members).isEqualTo(expected.get(group));
      }
    }
  }
}
