package cohealth.person;

/** What one person is to another: to the household's reference person, or beneficiary to payer. */
public enum Relation {
  /** The reference person, 本人; never between two persons. */
  SELF,
  /** 配偶. */
  SPOUSE,
  /** 父母. */
  PARENT,
  /** 子女. */
  CHILD,
  /** 兄弟姐妹. */
  SIBLING,
  /** 祖父母, 外祖父母. */
  GRANDPARENT,
  /** 孙子女, 外孙子女. */
  GRANDCHILD,
  /** Anything else, 其他. */
  OTHER
}
