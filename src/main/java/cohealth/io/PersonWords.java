package cohealth.io;

import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Relation;

/** The words of the household and bindings files: English, Chinese, national codes. */
final class PersonWords {
  static final WordList<Relation> RELATIONS =
      nearRelations().add(Relation.SELF, "self", "本人").add(Relation.OTHER, "other", "其他");

  /** What a beneficiary may be to a payer: somebody else, so never self. */
  static final WordList<Relation> RELATIONS_OF_TWO =
      nearRelations().add(Relation.OTHER, "other", "其他");

  static final WordList<Insurance> INSURANCES =
      new WordList<Insurance>()
          .add(Insurance.EMPLOYEE, "employee", "310", "职工", "职工医保", "职工基本医疗保险")
          .add(Insurance.RESIDENT, "resident", "390", "居民", "居民医保", "城乡居民", "城乡居民基本医疗保险")
          .add(Insurance.NONE, "none", "无", "未参保");

  static final WordList<Category> CATEGORIES =
      new WordList<Category>()
          .add(Category.ACTIVE, "active", "在职")
          .add(Category.RETIRED, "retired", "退休")
          .add(Category.FLEXIBLE, "flexible", "1103", "灵活就业")
          .add(Category.MINOR, "minor", "未成年", "未成年人")
          .add(Category.ADULT, "adult", "成年", "成年人")
          .add(Category.SENIOR, "senior", "老年", "老年人")
          .addCodes(Category.ACTIVE, "11")
          .addCodes(Category.RETIRED, "12")
          .addCodes(Category.MINOR, "14")
          .addCodes(Category.ADULT, "15")
          .addCodes(Category.SENIOR, "16");

  /** True = suspended. */
  static final WordList<Boolean> STATUSES =
      new WordList<Boolean>()
          .add(false, "normal", "1", "正常", "正常参保")
          .add(true, "suspended", "暂停", "暂停参保")
          .addCodes(true, "2");

  /** True = for each claim. */
  static final WordList<Boolean> LIMIT_PERIODS =
      new WordList<Boolean>().add(false, "year", "年", "年度").add(true, "claim", "次", "单次");

  /** True = shows a credential only. */
  static final WordList<Boolean> BINDING_KINDS =
      new WordList<Boolean>()
          .add(false, "mutual_aid", "共济", "家庭共济")
          .add(true, "credential_only", "亲情账户");

  private PersonWords() {}

  private static WordList<Relation> nearRelations() {
    return new WordList<Relation>()
        .add(Relation.SPOUSE, "spouse", "配偶")
        .add(Relation.PARENT, "parent", "父母")
        .add(Relation.CHILD, "child", "子女")
        .add(Relation.SIBLING, "sibling", "兄弟姐妹")
        .add(Relation.GRANDPARENT, "grandparent", "祖父母", "外祖父母", "祖父母/外祖父母")
        .add(Relation.GRANDCHILD, "grandchild", "孙子女", "外孙子女", "孙子女/外孙子女");
  }
}
