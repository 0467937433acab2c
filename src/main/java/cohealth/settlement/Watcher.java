package cohealth.settlement;

/** Sees every event right after it, with the engine as it stands then. */
public interface Watcher {
  /** Nothing has happened yet. */
  void opened(SettlementEngine engine);

  /** A claim was settled, or a reversal. */
  void settled(Settlement row, SettlementEngine engine);

  /** An activity was accepted or refused. */
  void applied(ActivityResult result, SettlementEngine engine);
}
