package cohealth.report;

import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.text.LowerCase;
import cohealth.text.RowText;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.List;
import java.util.Locale;

/** The columns of the results, in their order; the names are the contract with other programs. */
public enum SettlementColumn implements SettledColumn {
  CLAIM_ID(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      ids.appendClaim(out, row.ordinal());
    }
  },
  PERSON_ID(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      ids.appendPerson(out, row.person());
    }
  },
  SERVICE_TIME(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Moment.append(out, row.moment(), 'T');
    }
  },
  BENEFIT_YEAR(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      out.append(row.benefitYear());
    }
  },
  STATUS(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      out.append(STATUSES[row.status().ordinal()]);
    }
  },
  TOTAL(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.totalFen());
    }
  },
  ELIGIBLE(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.eligibleFen());
    }
  },
  DEDUCTIBLE(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.split().deductibleFen());
    }
  },
  POOL(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().poolFen());
    }
  },
  SUPPLEMENT(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().supplementFen());
    }
  },
  OWN_PRIOR(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().ownPriorFen());
    }
  },
  OWN_CURRENT(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().ownCurrentFen());
    }
  },
  OWN_WALLET(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().ownWalletFen());
    }
  },
  FAMILY(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().familyFen());
    }
  },
  CASH(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.payments().cashFen());
    }
  },
  FAMILY_DETAIL(Kind.FAMILY) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      FamilyDetail.append(out, row.familyDraws(), ids);
    }
  },
  DEDUCTIBLE_LEFT(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      appendLeft(out, row.deductibleLeftFen());
    }
  },
  CAP_LEFT(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      appendLeft(out, row.capLeftFen());
    }
  },
  OWN_BALANCE(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.ownBalanceFen());
    }
  },
  REASONS(Kind.LIST) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      row.reasons().append(out);
    }
  },
  COPAY(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.split().copayFen());
    }
  },
  OVER_CAP(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.split().overCapFen());
    }
  },
  DENIED(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.split().deniedFen());
    }
  },
  FIRST_SELF_PAY(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.firstSelfPayFen());
    }
  },
  OVER_LIMIT(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.overLimitFen());
    }
  },
  SELF_FUNDED(Kind.NUMBER) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      Fen.append(out, row.selfFundedFen());
    }
  },
  POLICY(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      PolicyVersion version = row.version();
      if (version != null) {
        out.append(version.policy().document().id());
      }
    }
  },
  POLICY_VERSION(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      PolicyVersion version = row.version();
      if (version != null) {
        Day.append(out, version.written().from());
      }
    }
  },
  GROUP(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      PolicyVersion version = row.version();
      if (version != null) {
        out.append(version.groupName(row.group()));
      }
    }
  },
  BAND(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      PolicyVersion version = row.version();
      if (version != null) {
        out.append(version.bandName(row.band()));
      }
    }
  },
  BENEFIT(Kind.TEXT) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      out.append(benefit(row));
    }
  },
  RATE(Kind.LIST) {
    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      appendRates(out, row.rates());
    }
  };

  private static final byte[][] STATUSES = LowerCase.bytes(Status.values());

  private final String header = name().toLowerCase(Locale.ROOT);
  private final Kind kind;

  SettlementColumn(Kind kind) {
    this.kind = kind;
  }

  /** The columns of {@code --columns cohealth}, the default. */
  public static List<SettlementColumn> standard() {
    return List.of(values()).subList(0, REASONS.ordinal() + 1);
  }

  /** The columns of {@code --columns full}. */
  public static List<SettlementColumn> full() {
    return List.of(values());
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /**
   * Appends the standard columns with a comma between them. Each stands here by its name, so that
   * the compiler of the Java machine knows what it calls: ten million rows are written by this.
   */
  public static void appendStandard(RowText out, Settlement row, Ids ids) {
    CLAIM_ID.append(out, row, ids);
    out.append(',');
    PERSON_ID.append(out, row, ids);
    out.append(',');
    SERVICE_TIME.append(out, row, ids);
    out.append(',');
    BENEFIT_YEAR.append(out, row, ids);
    out.append(',');
    STATUS.append(out, row, ids);
    out.append(',');
    TOTAL.append(out, row, ids);
    out.append(',');
    ELIGIBLE.append(out, row, ids);
    out.append(',');
    DEDUCTIBLE.append(out, row, ids);
    out.append(',');
    POOL.append(out, row, ids);
    out.append(',');
    SUPPLEMENT.append(out, row, ids);
    out.append(',');
    OWN_PRIOR.append(out, row, ids);
    out.append(',');
    OWN_CURRENT.append(out, row, ids);
    out.append(',');
    OWN_WALLET.append(out, row, ids);
    out.append(',');
    FAMILY.append(out, row, ids);
    out.append(',');
    CASH.append(out, row, ids);
    out.append(',');
    FAMILY_DETAIL.append(out, row, ids);
    out.append(',');
    DEDUCTIBLE_LEFT.append(out, row, ids);
    out.append(',');
    CAP_LEFT.append(out, row, ids);
    out.append(',');
    OWN_BALANCE.append(out, row, ids);
    out.append(',');
    REASONS.append(out, row, ids);
  }

  @Override
  public boolean namesPeople() {
    return this == PERSON_ID || kind == Kind.FAMILY;
  }

  /** The benefit's name in the policy; empty when none fitted. */
  static String benefit(Settlement row) {
    PolicyVersion version = row.version();
    return version == null ? "" : version.benefitName(row.benefit());
  }

  private static void appendLeft(RowText out, long fen) {
    if (fen != Fen.NONE) {
      Fen.append(out, fen);
    }
  }

  private static void appendRates(RowText out, List<Integer> rates) {
    for (int i = 0; i < rates.size(); i++) {
      if (i > 0) {
        out.append(';');
      }
      BasisPoints.append(out, rates.get(i));
    }
  }
}
