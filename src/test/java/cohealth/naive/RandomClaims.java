package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Random claims and refunds, as CSV. */
final class RandomClaims {
  private static final String COLUMNS =
      "claim_id,person_id,service_time,type,facility_level,facility_id,visit_id,disease,"
          + "prescriber_level,selected,total,eligible,self_funded,over_limit,first_self_pay,"
          + "care_region,filed,designated,credential_id,use_account,reverses\n";
  private static final List<String> LEVELS =
      List.of(
          "primary",
          "secondary",
          "tertiary",
          "primary",
          "secondary",
          "tertiary",
          "village",
          "community",
          "tertiary_a",
          "tertiary_b",
          "tertiary_c");
  private static final List<String> ROUND =
      List.of(
          "5", "10.00", "20.00", "30.00", "40.00", "50", "60.00", "80.00", "100.00", "150.0",
          "200.00");

  private final Dice dice;
  private final Policies policies;
  private final LocalDate from;
  private final LocalDate to;
  private final Occasions occasions;
  private final List<Written> rows = new ArrayList<>();

  /** A row that a refund may take back. */
  private record Written(String id, String person, LocalDateTime time, String total, String line) {}

  RandomClaims(Dice dice, Policies policies, LocalDate from, LocalDate to, Occasions occasions) {
    this.dice = dice;
    this.policies = policies;
    this.from = from;
    this.to = to;
    this.occasions = occasions;
  }

  /**
   * The rows of people, those of a household mixed.
   *
   * @param most for one person
   */
  String claims(List<Person> people, int most) {
    StringBuilder csv = new StringBuilder(COLUMNS);
    List<Written> household = new ArrayList<>();
    // Rows of other people, one of them of another household, whom a refund may name in error.
    List<Written> others = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      rows.clear();
      int count = dice.between(0, most);
      for (int j = 0; j < count; j++) {
        row(person, people, "C" + i + "-" + j, others);
      }
      household.addAll(rows);
      others.addAll(rows);
      boolean last = i + 1 == people.size();
      if (last || !people.get(i + 1).household().equals(person.household())) {
        for (Written written : dice.shuffled(household)) {
          csv.append(written.line()).append('\n');
        }
        others.clear();
        if (!household.isEmpty()) {
          others.add(dice.pick(household));
        }
        household.clear();
      }
    }
    return csv.toString();
  }

  private void row(Person person, List<Person> people, String id, List<Written> others) {
    LocalDateTime time = time(person);
    boolean refund = !rows.isEmpty() && dice.chance(occasions.yearStarts().isEmpty() ? 14 : 24);
    String total = refund ? "" : total();
    String line =
        refund ? refund(person, people, id, others) : claim(person, people, id, time, total);
    rows.add(new Written(id, person.id(), time, total, line));
  }

  // --- when

  /** Half of the times anew, the others near an earlier row or a birthday. */
  private LocalDateTime time(Person person) {
    LocalDate birth = person.birth();
    if (birth != null && dice.chance(8)) {
      LocalDate birthday = birth.withYear(from.getYear()).plusDays(dice.between(-1, 1));
      if (inside(birthday)) {
        return birthday.atTime(9, 30);
      }
    }
    List<LocalDate> days = occasions.days(person.id());
    if (!days.isEmpty() && dice.chance(20)) {
      LocalDate day = dice.pick(days);
      if (inside(day)) {
        return day.atTime(dice.between(0, 23), 0);
      }
    }
    List<LocalDate> yearStarts = occasions.yearStarts();
    if (!yearStarts.isEmpty() && dice.chance(8)) {
      LocalDateTime start = dice.pick(yearStarts).atStartOfDay();
      return dice.chance(60) ? start : inside(start.minusSeconds(1));
    }
    List<LocalDateTime> moments = occasions.moments(person.id());
    if (!moments.isEmpty() && dice.chance(18)) {
      return dice.pick(moments);
    }
    if (!rows.isEmpty() && dice.chance(45)) {
      LocalDateTime before = dice.pick(rows).time();
      return switch (dice.between(1, 4)) {
        case 1 -> before;
        case 2, 3 -> before.toLocalDate().atTime(dice.between(0, 23), dice.between(0, 59));
        default -> later(before);
      };
    }
    LocalDate day = from.plusDays(dice.between(0, (int) (to.toEpochDay() - from.toEpochDay())));
    if (dice.chance(4)) {
      day = dice.chance(50) ? from : to;
    }
    return dice.chance(15)
        ? day.atStartOfDay()
        : day.atTime(dice.between(0, 23), dice.between(0, 59), dice.between(0, 59));
  }

  private boolean inside(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private LocalDateTime inside(LocalDateTime time) {
    return inside(time.toLocalDate()) ? time : from.atStartOfDay();
  }

  private LocalDateTime later(LocalDateTime before) {
    LocalDateTime after = before.plusMinutes(dice.between(1, 60_000));
    return inside(after.toLocalDate()) ? after : to.atTime(23, 59, 59);
  }

  /** A time as people write it: without seconds or hours where these are zero, or in full. */
  static String written(Dice dice, LocalDateTime time) {
    String text = Text.time(time);
    if (text.endsWith("T00:00:00") && dice.chance(70)) {
      return text.substring(0, 10);
    }
    if (text.endsWith(":00") && dice.chance(50)) {
      text = text.substring(0, 16).replace('T', ' ');
    }
    return dice.chance(30) ? text.replace('T', ' ') : text;
  }

  // --- a bill

  private String total() {
    if (dice.chance(45)) {
      return dice.pick(ROUND);
    }
    return Text.yuan(dice.between(1, dice.chance(30) ? 500 : dice.chance(80) ? 20_000 : 80_000));
  }

  /** The cells eligible, self_funded, over_limit and first_self_pay of a total. */
  private List<String> components(String total) {
    long all = Text.fen(total);
    if (dice.chance(40)) {
      return dice.chance(50) ? List.of("", "", "", "") : List.of(total, "", "", "");
    }
    long eligible = part(all);
    long overLimit = dice.chance(50) ? 0 : part(all - eligible);
    long firstSelfPay = dice.chance(40) ? 0 : part(all - eligible - overLimit);
    long selfFunded = all - eligible - overLimit - firstSelfPay;
    return List.of(
        dice.chance(60) ? Text.yuan(eligible) : "",
        // Without eligible every other part must stand there.
        Text.yuan(selfFunded),
        overLimit == 0 ? "" : Text.yuan(overLimit),
        firstSelfPay == 0 ? dice.pick("", "0") : Text.yuan(firstSelfPay));
  }

  private long part(long of) {
    if (dice.chance(15)) {
      return dice.chance(70) ? of : 0;
    }
    return dice.between((int) (of / 2), (int) of);
  }

  private String claim(
      Person person, List<Person> people, String id, LocalDateTime time, String total) {
    JsonNode version =
        occasions.isMover(person.id())
            ? Policies.NONE
            : policies.rules(person, time.toLocalDate()).version();
    List<String> types = new ArrayList<>(RandomPolicy.TYPES);
    version.path("types").forEach(type -> types.add(type.path("name").asText()));
    List<String> ownLevels = new ArrayList<>();
    for (JsonNode band : version.path("bands")) {
      for (JsonNode level : band.path("levels")) {
        if (level.asText().startsWith("class")) {
          ownLevels.add(level.asText());
        }
      }
    }
    String type = dice.chance(40) ? "general" : dice.pick(types);
    String level = dice.pick(LEVELS);
    if (!ownLevels.isEmpty() && dice.chance(30)) {
      level = dice.pick(ownLevels);
    } else if (dice.chance(type.equals("pharmacy") ? 80 : 10)) {
      level = "pharmacy";
    }
    boolean away = dice.chance(15);
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(id, person.id(), written(dice, time), type, level));
    cells.add(dice.chance(80) ? dice.pick("F1", "F2", "F3") : "");
    cells.add(dice.chance(25) ? dice.pick("V1", "V2", "V3", "V4", "V5") : "");
    cells.add(dice.chance(50) ? dice.pick(RandomPolicy.DISEASES) : "");
    cells.add(dice.chance(level.equals("pharmacy") ? 70 : 5) ? dice.pick(LEVELS) : "");
    cells.add(dice.pick("", "yes", "no"));
    cells.add(total);
    cells.addAll(components(total));
    cells.add(away ? dice.pick(RandomWorld.REGIONS) : dice.chance(5) ? person.region() : "");
    cells.add(dice.chance(25) ? "yes" : dice.pick("", "no"));
    cells.add(dice.chance(3) ? "no" : dice.pick("", "yes"));
    cells.add(credential(person, people));
    cells.add(dice.chance(6) ? "no" : dice.pick("", "yes", "1"));
    cells.add("");
    return String.join(",", cells);
  }

  private String credential(Person person, List<Person> people) {
    if (dice.chance(2)) {
      return dice.pick(people).id();
    }
    return dice.chance(5) ? person.id() : "";
  }

  // --- a refund

  private String refund(Person person, List<Person> people, String id, List<Written> others) {
    Written original = dice.pick(rows);
    String reverses = original.id();
    String total = dice.chance(50) ? "" : original.total();
    LocalDateTime time = later(original.time());
    if (dice.chance(10)) {
      time = original.time();
    } else if (dice.chance(8)) {
      LocalDateTime before = original.time().minusDays(dice.between(1, 20));
      time = inside(before.toLocalDate()) ? before : from.atStartOfDay();
    }
    if (dice.chance(5)) {
      reverses = "NO-SUCH-CLAIM";
      total = dice.pick("", "10.00");
    } else if (!others.isEmpty() && dice.chance(8)) {
      Written another = dice.pick(others);
      reverses = another.id();
      total = dice.chance(50) ? "" : another.total();
      time = later(another.time());
    }
    List<LocalDate> days = occasions.days(person.id());
    if (!days.isEmpty() && dice.chance(50)) {
      LocalDate day = Collections.max(days);
      if (inside(day)) {
        time = day.atTime(23, 0);
      }
    }
    List<LocalDate> nextYears =
        occasions.yearStarts().stream()
            .filter(start -> start.isAfter(original.time().toLocalDate()))
            .toList();
    if (!nextYears.isEmpty() && dice.chance(75)) {
      LocalDate day = nextYears.get(0).plusDays(dice.between(0, 20));
      time = inside(day) ? day.atTime(dice.between(0, 23), 0) : to.atTime(23, 0);
    }
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(id, person.id(), written(dice, time)));
    boolean bare = dice.chance(70);
    cells.addAll(
        bare
            ? List.of("", "", "", "", "", "", "")
            : List.of("general", "primary", "F1", "", "", "", ""));
    cells.add(total);
    cells.addAll(List.of("", "", "", "", "", ""));
    // These columns are ignored on a refund, whatever they say.
    cells.add(bare ? "" : "no");
    cells.add(bare ? "" : dice.pick(people).id());
    cells.add(bare ? "" : "no");
    cells.add(reverses);
    return String.join(",", cells);
  }
}
