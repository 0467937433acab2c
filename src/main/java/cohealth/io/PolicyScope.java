package cohealth.io;

import cohealth.event.StandardType;
import org.jspecify.annotations.Nullable;

/** What the parts of one version need while they are read. */
record PolicyScope(
    PolicyReading reading,
    PolicyValues values,
    PolicyNames sources,
    PolicyNames groups,
    PolicyNames bands,
    PolicyNames types,
    PolicyNames benefits,
    PolicyCounters counters) {

  /** A version of the document with these sources and counters. */
  static PolicyScope version(PolicyReading reading, PolicyNames sources, PolicyCounters counters) {
    PolicyNames types = new PolicyNames(reading, ProblemCode.POLICY_UNKNOWN_TYPE);
    for (StandardType type : StandardType.values()) {
      types.know(PolicyValues.written(type));
    }
    return new PolicyScope(
        reading,
        new PolicyValues(reading),
        sources,
        new PolicyNames(reading, ProblemCode.POLICY_UNKNOWN_GROUP),
        new PolicyNames(reading, ProblemCode.POLICY_UNKNOWN_BAND),
        types,
        new PolicyNames(reading, ProblemCode.POLICY_UNKNOWN_BENEFIT),
        counters);
  }

  /** The fields of an object that may have these keys. */
  PolicyFields fields(PolicyNode node, String... keys) {
    return PolicyFields.of(node, reading, keys);
  }

  /** The id of the source that the object names, or null. */
  @Nullable String source(PolicyFields fields) {
    return fields.maybe("source", sources::refer);
  }

  /** Takes the object's name, which must differ from the other names of its kind. */
  String declare(PolicyFields fields, PolicyNames names) {
    PolicyNode name = fields.node("name");
    if (name != null && name.kind() == PolicyNode.Kind.TEXT) {
      names.declare(name.text(), name.place());
    }
    return fields.required("name", "", values::name);
  }
}
