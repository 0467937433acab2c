package cohealth.io;

import cohealth.person.Attribute;
import cohealth.person.Purse;

/** The words of the activities files: English and Chinese. */
final class ActivityWords {
  static final WordList<ActivityKind> KINDS =
      new WordList<ActivityKind>()
          .add(ActivityKind.CREDIT, ActivityKind.CREDIT.word(), "划入", "入账", "账户划入")
          .add(ActivityKind.PREMIUM, ActivityKind.PREMIUM.word(), "代缴", "个账代缴")
          .add(ActivityKind.TRANSFER, ActivityKind.TRANSFER.word(), "转账", "钱包转账")
          .add(ActivityKind.CHANGE, ActivityKind.CHANGE.word(), "变更", "信息变更");

  /** True = by the family's accounts. */
  static final WordList<Boolean> MODES =
      new WordList<Boolean>().add(false, "personal", "个人").add(true, "family", "家庭");

  static final WordList<Purse> PURSES =
      new WordList<Purse>()
          .add(Purse.PRIOR, "prior", "历年")
          .add(Purse.CURRENT, "current", "当年")
          .add(Purse.WALLET, "wallet", "钱包", "医保钱包");

  /** Called as the columns of the households file. */
  static final WordList<Attribute> ATTRIBUTES = attributes();

  private ActivityWords() {}

  private static WordList<Attribute> attributes() {
    WordList<Attribute> words = new WordList<>();
    for (Attribute attribute : Attribute.values()) {
      HouseholdColumn column = HouseholdColumn.valueOf(attribute.name());
      words.add(attribute, column.field(), column.aliases().toArray(String[]::new));
    }
    return words;
  }
}
