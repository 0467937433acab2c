package cohealth.policy;

import cohealth.event.Vocabulary;
import cohealth.policy.BenefitCell.Deductible;
import cohealth.policy.BenefitCell.Limit;
import cohealth.policy.HeldLimit.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the limits that people of one group can meet: of every benefit that some claim of theirs
 * gets, each limit once, with the bands and diseases for which it holds where it does not hold for
 * all.
 */
record GroupLimits(PolicyVersion version, int group) {
  /** Where a claim of the group may stand. */
  private record Place(int band, int disease) {}

  /** A limit, wherever it holds. */
  private record Found(Kind kind, Limit limit, @Nullable Deductible deductible) {}

  List<HeldLimit> held(@Nullable Set<Integer> approved) {
    List<HeldLimit> held = new ArrayList<>();
    List<Set<Place>> reached = reached();
    for (int benefit = 0; benefit < reached.size(); benefit++) {
      Set<Place> places = new LinkedHashSet<>(reached.get(benefit));
      if (approved != null && version.benefit(benefit).written().needsApproval()) {
        places.removeIf(place -> !isApproved(place.disease(), approved));
      }
      Map<Found, Set<Place>> found = found(benefit, places);
      for (Kind kind : Kind.values()) {
        for (Map.Entry<Found, Set<Place>> entry : found.entrySet()) {
          if (entry.getKey().kind() == kind) {
            add(held, benefit, entry.getKey(), entry.getValue(), reached.get(benefit));
          }
        }
      }
    }
    return List.copyOf(held);
  }

  /** For each benefit, where the claims stand that get it and for which it has a rate. */
  private List<Set<Place>> reached() {
    List<Set<Place>> reached = new ArrayList<>();
    for (int benefit = 0; benefit < version.benefitCount(); benefit++) {
      reached.add(new LinkedHashSet<>());
    }
    for (int band : version.claimBands()) {
      for (int disease : version.claimDiseases()) {
        for (int type : version.claimTypes()) {
          for (boolean selected : new boolean[] {false, true}) {
            int benefit = version.benefitOf(type, disease, group, band, selected);
            if (benefit != Vocabulary.NONE
                && version.benefit(benefit).cell(group, band, disease).rate() != null) {
              reached.get(benefit).add(new Place(band, disease));
            }
          }
        }
      }
    }
    return reached;
  }

  /** A disease that the version does not name stands for any other one. */
  private boolean isApproved(int disease, Set<Integer> approved) {
    if (disease != Vocabulary.NONE) {
      return approved.contains(disease);
    }
    Set<Integer> named = version.claimDiseases();
    return approved.stream()
        .anyMatch(number -> number == Vocabulary.NONE || !named.contains(number));
  }

  private Map<Found, Set<Place>> found(int benefit, Set<Place> places) {
    Map<Found, Set<Place>> found = new LinkedHashMap<>();
    for (Place place : places) {
      BenefitCell cell = version.benefit(benefit).cell(group, place.band(), place.disease());
      for (Found limit : limits(cell)) {
        found.computeIfAbsent(limit, key -> new LinkedHashSet<>()).add(place);
      }
    }
    return found;
  }

  private static List<Found> limits(BenefitCell cell) {
    List<Found> limits = new ArrayList<>();
    Deductible deductible = cell.deductible();
    if (deductible != null) {
      Limit amount = new Limit(deductible.counter(), deductible.amountFen(), true);
      Limit ceiling = deductible.ceiling();
      Deductible alone =
          new Deductible(deductible.counter(), deductible.amountFen(), deductible.laterFen(), null);
      limits.add(new Found(Kind.DEDUCTIBLE, amount, alone));
      if (ceiling != null) {
        limits.add(new Found(Kind.DEDUCTIBLE, ceiling, null));
      }
    }
    cell.expenseCaps().forEach(cap -> limits.add(new Found(Kind.EXPENSE_CAP, cap, null)));
    cell.paymentCaps().forEach(cap -> limits.add(new Found(Kind.PAYMENT_CAP, cap, null)));
    return limits;
  }

  /** Bands for which a limit holds with the same diseases, or with all, go together. */
  private static void add(
      List<HeldLimit> held, int benefit, Found found, Set<Place> where, Set<Place> everywhere) {
    Map<Set<Integer>, Set<Integer>> bandsByDiseases = new LinkedHashMap<>();
    for (int band : bands(where)) {
      Set<Integer> diseases = diseases(where, band);
      boolean all = diseases.equals(diseases(everywhere, band));
      bandsByDiseases.computeIfAbsent(all ? Set.of() : diseases, key -> new TreeSet<>()).add(band);
    }
    for (Map.Entry<Set<Integer>, Set<Integer>> entry : bandsByDiseases.entrySet()) {
      Set<Integer> bands = entry.getValue();
      held.add(
          new HeldLimit(
              found.kind(),
              benefit,
              found.limit(),
              found.deductible(),
              bands.equals(bands(everywhere)) ? List.of() : List.copyOf(bands),
              List.copyOf(entry.getKey())));
    }
  }

  private static Set<Integer> bands(Set<Place> places) {
    Set<Integer> bands = new TreeSet<>();
    places.forEach(place -> bands.add(place.band()));
    return bands;
  }

  private static Set<Integer> diseases(Set<Place> places, int band) {
    Set<Integer> diseases = new TreeSet<>();
    for (Place place : places) {
      if (place.band() == band) {
        diseases.add(place.disease());
      }
    }
    return diseases;
  }
}
