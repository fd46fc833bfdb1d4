package org.koploper.commission.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Rates what each member of a team has sold by a memory of its own. */
final class MemberRater implements Rater {

    private final Supplier<Rater> fresh;
    private final Map<String, Rater> byMember = new TreeMap<>();

    MemberRater(Supplier<Rater> fresh) {
        this.fresh = fresh;
    }

    @Override
    public void pass(Credited credited) {
        of(credited).pass(credited);
    }

    @Override
    public List<Earning> rate(Credited credited) {
        return of(credited).rate(credited);
    }

    private Rater of(Credited credited) {
        String member = credited.credit().facts().traits().getOrDefault(Beside.MEMBER, "");
        return byMember.computeIfAbsent(member, one -> fresh.get());
    }
}
