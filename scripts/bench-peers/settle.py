#!/usr/bin/env python3
"""The script that a careful analyst would write today instead of using cohealth.

    settle.py HOUSEHOLDS CLAIMS RESULTS POLICY_FOLDER

Standard library alone. It reads the policy documents of the folder and settles claims that are in
order of time, with the keys that the documents of the generated data have, and stops at any other:
yearly deductibles with a counter for each document, rates by group and band, yearly caps, chronic
benefits, accounts before and after the pool, families by order. Money is whole fen. The amounts are
those of `cohealth settle`; scripts/bench compares them.
"""

import csv
import datetime
import json
import os
import sys

EVERYBODY = 10**9
NEAR = {"spouse", "parent", "child", "sibling", "grandparent", "grandchild"}
NO_BINDING_RULES = {}
NO_CHAIN = [{"payer": "pool"}, {"payer": "own"}, {"payer": "family"}, {"payer": "cash"}]

KNOWN_OF_VERSION = set(
    "from to groups bands pharmacy benefits chain binding offsite accrual wallet premium unknown".split()
)
KNOWN_OF_BINDING = set(
    "relations members confirmation shareable crossRegion payers order ownEmptyFirst".split()
)

# what the second is to the first, by what both are to the reference person
KINSHIP = {
    "self": {r: r for r in NEAR},
    "spouse": {"self": "spouse", "child": "child", "grandchild": "grandchild"},
    "parent": {"self": "child", "sibling": "child", "parent": "spouse", "child": "grandchild"},
    "child": {"self": "parent", "spouse": "parent", "parent": "grandparent", "child": "sibling"},
    "sibling": {
        "self": "sibling",
        "sibling": "sibling",
        "parent": "parent",
        "grandparent": "grandparent",
    },
    "grandparent": {"self": "grandchild", "sibling": "grandchild", "grandparent": "spouse"},
    "grandchild": {"self": "grandparent", "spouse": "grandparent"},
    "other": {},
}


def fen(text):
    """Yuan as text, in fen."""
    if not text:
        return 0
    yuan, _, rest = text.partition(".")
    return int(yuan) * 100 + int((rest + "00")[:2])


def yuan(fen):
    sign = "-" if fen < 0 else ""
    return "%s%d.%02d" % (sign, abs(fen) // 100, abs(fen) % 100)


def listed(value):
    return value if isinstance(value, list) else [value]


def only(place, known, what):
    """Stops at a key that this script does not know."""
    for key in place:
        if key not in known and key not in ("source", "title", "name"):
            sys.exit("settle.py: %s has a key that this script does not know: %s" % (what, key))


class Policy:
    """One document."""

    def __init__(self, document):
        self.id = document["id"]
        self.versions = []
        for version in document["versions"]:
            first = datetime.date.fromisoformat(version["from"])
            last = datetime.date.fromisoformat(version.get("to", "9999-12-31"))
            self.versions.append((first, last, version))
        self.last = None

    def on(self, day):
        if self.last and self.last[0] <= day <= self.last[1]:
            return self.last[2]
        for version in self.versions:
            if version[0] <= day <= version[1]:
                self.last = version
                return version[2]
        return None


class Person:
    __slots__ = (
        "id",
        "birth",
        "relation",
        "insurance",
        "category",
        "region",
        "diseases",
        "prior",
        "current",
        "order",
        "limit",
        "confirmed",
        "policy",
        "payers",
        "members",
        "used",
        "counters",
    )

    def __init__(self, row):
        self.id = row["person_id"]
        self.birth = datetime.date.fromisoformat(row["birth_date"])
        self.relation = row["relation"]
        self.insurance = row["insurance"]
        self.category = row["category"]
        self.region = row["region"]
        self.diseases = row["diseases"].split(";")
        self.prior = fen(row["prior_balance"])
        self.current = fen(row["current_balance"])
        self.order = int(row["share_order"]) if row["share_order"] else 0
        self.limit = fen(row["share_limit"]) if row["share_limit"] else None
        self.confirmed = row["confirmed"] != "no"
        self.policy = None
        self.payers = []  # (payer, what this person is to the payer)
        self.members = []  # (beneficiary, what that one is to this person)
        self.used = {}  # by beneficiary
        self.counters = {}

    def age(self, day):
        birthday_is_ahead = (day.month, day.day) < (self.birth.month, self.birth.day)
        return day.year - self.birth.year - birthday_is_ahead


def read_policies(folder):
    policies = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                document = json.load(file)
            policies[document["region"], document["insurance"]] = Policy(document)
    return policies


def find_policy(policies, region, insurance):
    for code in (region, region[:4] + "00", region[:2] + "0000"):
        if (code, insurance) in policies:
            return policies[code, insurance]
    return None


def read_people(path, policies):
    people = {}
    households = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            person = Person(row)
            person.policy = find_policy(policies, person.region, person.insurance)
            people[person.id] = person
            households.setdefault(row["household_id"], []).append(person)
    for members in households.values():
        parents = sum(member.relation == "parent" for member in members)
        grandparents = sum(member.relation == "grandparent" for member in members)
        for payer in members:
            if not payer.order:
                continue
            for other in members:
                if other is payer:
                    continue
                relation = KINSHIP[payer.relation].get(other.relation)
                if payer.relation == other.relation == "parent" and parents > 2:
                    relation = None
                if payer.relation == other.relation == "grandparent" and grandparents > 2:
                    relation = None
                payer.members.append((other, relation))
                other.payers.append((payer, relation))
    return people


def fits(condition, person, claim, day, group, band):
    """Whether the conditions of a group or benefit hold."""
    for key, wanted in condition.items():
        if key == "category":
            good = person.category in listed(wanted)
        elif key == "ageFrom":
            good = person.age(day) >= wanted
        elif key == "type":
            good = claim["type"] in listed(wanted)
        else:
            sys.exit("settle.py: a condition that this script does not know: " + key)
        if not good:
            return False
    return True


def band_of(version, level, pharmacy):
    if level == "pharmacy" and pharmacy is not None:
        return None  # by the prescriber, whom the claims do not name
    bands = version["bands"]
    for candidate in (level, {"village": "primary", "community": "primary"}.get(level, level[:8])):
        for name, band in bands.items():
            if candidate in band["levels"]:
                return name
    return None


def row_of(rows, group, band):
    """The first row of a table that is for the group and band."""
    for row in rows:
        if "group" in row and group not in listed(row["group"]):
            continue
        if "band" in row and band not in listed(row["band"]):
            continue
        return row
    return None


def percent(text):
    """A rate in units of 0.0001."""
    whole, _, rest = text.rstrip("%").partition(".")
    return int(whole) * 100 + int((rest + "00")[:2])


class Settler:
    def __init__(self, people, policies):
        self.people = people
        self.policies = policies
        self.settled = {}
        self.cells = {}

    def cell(self, policy, version, person, claim, day):
        """Benefit, rate, deductible and caps for a claim; found once for all that are alike."""
        group = None
        for candidate in version["groups"]:
            if fits(candidate.get("when", {}), person, claim, day, None, None):
                group = candidate["name"]
                break
        key = (policy.id, version["from"], group, claim["facility_level"], claim["type"])
        if key in self.cells:
            return self.cells[key]
        only(version, KNOWN_OF_VERSION, policy.id)
        only(version.get("binding", {}), KNOWN_OF_BINDING, policy.id)
        band = band_of(version, claim["facility_level"], version.get("pharmacy"))
        found = None
        for benefit in version["benefits"]:
            only(benefit, {"when", "needsApproval", "deductible", "rates", "caps"}, policy.id)
            if fits(benefit.get("when", {}), person, claim, day, group, band):
                found = self.resolve(policy, benefit, group, band)
                break
        self.cells[key] = found
        return found

    def resolve(self, policy, benefit, group, band):
        rate = row_of(benefit["rates"], group, band)
        if rate is None:
            return None
        deductible = None
        if "deductible" in benefit:
            only(benefit["deductible"], {"period", "amounts"}, policy.id)
            row = row_of(benefit["deductible"]["amounts"], group, band)
            if benefit["deductible"]["period"] != "year" or (row and "accumulator" in row):
                sys.exit("settle.py: a deductible that this script does not know: " + policy.id)
            if row:
                deductible = fen(row["amount"])
        caps = []
        for cap in benefit.get("caps", []):
            only(cap, {"on", "period", "limits", "countsDeductible"}, policy.id)
            row = row_of(cap["limits"], group, band)
            if cap["period"] != "year" or cap.get("countsDeductible"):
                sys.exit("settle.py: a cap that this script does not know: " + policy.id)
            if row:
                caps.append((cap["on"], (policy.id, benefit["name"], cap["name"]), fen(row["limit"])))
        counter = (policy.id, benefit["name"], "deductible")
        approval = benefit.get("needsApproval", False)
        return approval, deductible, counter, percent(rate["rate"]), caps

    def settle(self, claim):
        """Amounts of a claim: deductible, pool, own prior, own current, cash, and family draws."""
        person = self.people[claim["person_id"]]
        if claim["reverses"]:
            return self.take_back(claim, person)
        day = datetime.date.fromisoformat(claim["service_time"][:10])
        policy = person.policy
        version = policy.on(day) if policy else None
        cell = self.cell(policy, version, person, claim, day) if version else None
        is_open = cell is not None and not (cell[0] and claim["disease"] not in person.diseases)
        family_may_pay = True
        if version and "offsite" in version and claim["care_region"] and claim["filed"] != "yes":
            care = find_policy(self.policies, claim["care_region"], person.insurance)
            if care is not policy:
                rule = version["offsite"][0]
                only(rule, {"then", "familyMoney"}, policy.id)
                is_open = is_open and rule["then"] != "deny"
                family_may_pay = rule.get("familyMoney", True)

        total = fen(claim["total"])
        eligible = fen(claim["eligible"])
        counted = []  # (counter, year, amount)
        left = eligible + fen(claim["first_self_pay"])  # what accounts may pay
        deductible = pool = own_prior = own_current = 0
        draws = []
        for step in (version or {}).get("chain", NO_CHAIN):
            payer = step["payer"]
            if payer == "pool":
                if is_open:
                    reached = eligible - own_prior - own_current
                    deductible, pool = self.pool(person, cell, reached, day.year, counted)
                    left -= pool
            elif payer == "own":
                most = left
                if "covers" in step:
                    if step["covers"] != ["eligible"] or pool:
                        sys.exit("settle.py: a chain that this script does not know")
                    most = eligible - own_prior - own_current
                for purse in step.get("purses", ["prior", "current"]):
                    if purse == "prior":
                        paid = min(most, person.prior)
                        person.prior -= paid
                        own_prior += paid
                    else:
                        paid = min(most, person.current)
                        person.current -= paid
                        own_current += paid
                    most -= paid
                    left -= paid
            elif payer == "family":
                empty = person.prior == 0 and person.current == 0
                if left and family_may_pay and empty and person.payers:
                    left = self.family(person, version, day, left, draws)
        family = sum(prior + current for _, prior, current in draws)
        cash = total - pool - own_prior - own_current - family
        result = (deductible, pool, own_prior, own_current, cash, draws)
        self.settled[claim["claim_id"]] = (result, counted, total, eligible)
        return 1, result, total, eligible

    def pool(self, person, cell, reached, year, counted):
        _, amount, counter, rate, caps = cell

        def used(name):
            return person.counters.get((name, year), 0)

        def count(name, fen):
            person.counters[name, year] = used(name) + fen
            counted.append((name, year, fen))

        deductible = 0
        if amount is not None:
            deductible = min(reached, max(0, amount - used(counter)))
            count(counter, deductible)
        passed = reached - deductible
        for on, name, limit in caps:
            if on == "expense":
                passed = min(passed, max(0, limit - used(name)))
        for on, name, limit in caps:
            if on == "expense":
                count(name, passed)
        payment = (passed * rate + 5000) // 10000
        for on, name, limit in caps:
            if on == "payment":
                payment = min(payment, max(0, limit - used(name)))
        for on, name, limit in caps:
            if on == "payment":
                count(name, payment)
        return deductible, payment

    def passes(self, payer, relation, person, day):
        """The tests that look at payer and beneficiary alone."""
        version = payer.policy.on(day) if payer.policy else None
        if payer.insurance != "employee" or version is None or relation is None:
            return False
        binding = version.get("binding", NO_BINDING_RULES)
        if relation not in binding.get("relations", {}).get("allow", NEAR):
            return False
        return person.confirmed or person.age(day) < binding.get("confirmation", {}).get("age", 16)

    def family(self, person, version, day, left, draws):
        working = []
        for payer, relation in person.payers:
            if not self.passes(payer, relation, person, day):
                continue
            binding = payer.policy.on(day).get("binding", NO_BINDING_RULES)
            most = binding.get("members", {}).get("max", EVERYBODY)
            if len(payer.members) > most:
                members = [m for m, r in payer.members if self.passes(payer, r, m, day)]
                if person not in members[:most]:
                    continue
            working.append((payer, binding))
        if version:
            most = version.get("binding", NO_BINDING_RULES).get("payers", {}).get("max", EVERYBODY)
            working = working[:most]
        for payer, binding in sorted(working, key=lambda pair: pair[0].order):
            own = find_policy(self.policies, payer.region, "employee")
            if own is not find_policy(self.policies, person.region, "employee"):
                allowed = binding.get("crossRegion", {}).get("allow", [])
                near = payer.region[:2] == person.region[:2] and "same_province" in allowed
                if allowed != "any" and not near:
                    continue
            shareable = binding.get("shareable", {})
            if fen(shareable.get("reserve", "0.00")):
                sys.exit("settle.py: a reserve, which this script does not know")
            purses = shareable.get("purses", ["prior", "current"])
            most = left
            if payer.limit is not None:
                most = min(most, payer.limit - payer.used.get(person.id, 0))
            prior = min(most, payer.prior)
            current = min(most - prior, payer.current) if "current" in purses else 0
            if prior + current:
                payer.prior -= prior
                payer.current -= current
                payer.used[person.id] = payer.used.get(person.id, 0) + prior + current
                draws.append((payer, prior, current))
                left -= prior + current
            if not left:
                break
        return left

    def take_back(self, claim, person):
        result, counted, total, eligible = self.settled.pop(claim["reverses"])
        _, _, own_prior, own_current, _, draws = result
        for counter, year, amount in counted:
            person.counters[counter, year] -= amount
        person.prior += own_prior
        person.current += own_current
        for payer, prior, current in draws:
            payer.prior += prior
            payer.current += current
            payer.used[person.id] -= prior + current
        return -1, result, total, eligible


def main(households, claims, results, folder):
    policies = read_policies(folder)
    settler = Settler(read_people(households, policies), policies)
    before = ""
    with open(claims, encoding="utf-8", newline="") as source, open(
        results, "w", encoding="utf-8", newline=""
    ) as target:
        out = csv.writer(target, lineterminator="\n")
        out.writerow(
            "claim_id person_id service_time status total eligible deductible pool supplement"
            " own_prior own_current own_wallet family cash family_detail".split()
        )
        for claim in csv.DictReader(source):
            time = claim["service_time"]
            if time < before:
                sys.exit("settle.py: the claims are not in order of time")
            before = time
            sign, (deductible, pool, prior, current, cash, draws), total, eligible = settler.settle(
                claim
            )
            family = [(payer.id, sign * (a + b)) for payer, a, b in draws]
            out.writerow(
                [
                    claim["claim_id"],
                    claim["person_id"],
                    time,
                    "settled" if sign > 0 else "reversed_out",
                    yuan(sign * total),
                    yuan(sign * eligible),
                    yuan(sign * deductible),
                    yuan(sign * pool),
                    "0.00",
                    yuan(sign * prior),
                    yuan(sign * current),
                    "0.00",
                    yuan(sum(amount for _, amount in family)),
                    yuan(sign * cash),
                    ";".join("%s:%s" % (payer, yuan(amount)) for payer, amount in family),
                ]
            )


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
