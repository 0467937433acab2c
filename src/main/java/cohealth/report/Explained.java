package cohealth.report;

import cohealth.policy.PolicyDocument;
import java.util.List;
import java.util.Map;

/**
 * One statement of an explanation: the same for people and for programs.
 *
 * @param key what is stated, for programs
 * @param values the numbers and words that went into it, by name
 * @param sentence for people; empty for a node that only holds others
 * @param sources where the rule is written
 * @param parts what it consists of
 */
public record Explained(
    String key,
    Map<String, String> values,
    String sentence,
    List<PolicyDocument.Source> sources,
    List<Explained> parts) {}
