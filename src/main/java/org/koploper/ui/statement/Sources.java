package org.koploper.ui.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.ledger.Statement;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.records.Filter;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordShelf;
import org.koploper.sales.DealRow;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.plan.PlanAddress;
import org.koploper.ui.records.RecordAddress;
import org.springframework.stereotype.Component;

/**
 * Where the sources of reasons are seen. An address is given only where its reader finds something there: each is asked of
 * the service that the screen behind it asks, as this reader.
 */
@Component
class Sources {

    private final PlanBook book;
    private final Plans plans;
    private final RecordShelf shelf;

    Sources(PlanBook book, Plans plans, RecordShelf shelf) {
        this.book = book;
        this.plans = plans;
        this.shelf = shelf;
    }

    /** For the reasons of one statement. */
    Links of(Statement statement, DealTitles titles) {
        return new Links(statement.person(), titles);
    }

    /** Found when first asked for, and asked once. */
    final class Links {

        private final PersonRef person;
        private final DealTitles titles;
        private final Map<String, Optional<String>> found = new HashMap<>();
        private @Nullable List<PlanRef> read;

        private Links(PersonRef person, DealTitles titles) {
            this.person = person;
            this.titles = titles;
        }

        /** @param source as a reason says it; null where the answer is plain text */
        @Nullable
        String to(String source) {
            return found.computeIfAbsent(source, this::find).orElse(null);
        }

        private Optional<String> find(String source) {
            int end = source.indexOf(':');
            if (end < 0) {
                return Optional.empty();
            }
            String what = source.substring(end + 1);
            return switch (source.substring(0, end)) {
                case "deal", "split", "overlay" ->
                    Optional.ofNullable(titles.deal(what)).map(Sources::deal);
                case "payments" -> Optional.ofNullable(titles.deal(what)).flatMap(this::invoices);
                case "plan" -> plan(what);
                case "quota" -> list("targets", "person", new Filter.Names(person.externalId()), person.externalId());
                case "rate" -> rates(what);
                case "month", "closed" -> Optional.of(statement(what));
                case "window" -> window(what);
                default -> Optional.empty();
            };
        }

        private Optional<String> invoices(DealRow deal) {
            return list("invoices", "deal", new Filter.Names(deal.externalId()), deal.externalId());
        }

        /** By what it is called; of several of that name the one that pays the person, and none where that is open. */
        private Optional<String> plan(String path) {
            List<PlanRef> named = readable().stream()
                    .filter(plan -> path.startsWith(plan.name() + " v"))
                    .toList();
            if (named.size() > 1) {
                Set<Long> paying = plans.of(person.id()).stream()
                        .map(assigned -> assigned.plan().id())
                        .collect(Collectors.toSet());
                named = named.stream()
                        .filter(plan -> paying.contains(plan.id()))
                        .toList();
            }
            return named.size() == 1 ? address(named.getFirst(), path) : Optional.empty();
        }

        private static Optional<String> address(PlanRef plan, String path) {
            String[] parts = path.substring(plan.name().length() + 2).split("/");
            return parts[0].matches("[0-9]{1,6}")
                    ? Optional.of(
                            PlanAddress.of(plan.id(), Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : null))
                    : Optional.empty();
        }

        private List<PlanRef> readable() {
            if (read == null) {
                read = Caller.now().has(Role.FINANCE) || Caller.now().has(Role.MANAGER)
                        ? book.list().stream().map(PlanBook.Listed::plan).toList()
                        : List.of();
            }
            return read;
        }

        /** The rate of a day is the latest up to it. */
        private Optional<String> rates(String what) {
            try {
                LocalDate day = LocalDate.parse(what.substring(what.lastIndexOf(' ') + 1));
                return list("rates", "day", new Filter.Days(null, day), ".." + day)
                        .map(address -> address + "&sort=-day");
            } catch (DateTimeParseException ratesOfThePlan) {
                return Optional.empty();
            }
        }

        private Optional<String> list(String kind, String field, Filter filter, String said) {
            boolean any = shelf.kinds().stream().anyMatch(one -> one.name().equals(kind))
                    && shelf.count(kind, new RecordQuery("", Map.of(field, filter), null, false, 0, 1)) > 0;
            return any ? Optional.of(RecordAddress.about("records/" + kind, field, said)) : Optional.empty();
        }

        private Optional<String> window(String key) {
            try {
                Period window = Period.parse(key);
                String last = statement(YearMonth.from(window.to()).toString());
                return Optional.of(window.kind() == PeriodKind.MONTH ? last : last + "?tab=year");
            } catch (IllegalArgumentException withoutEnd) {
                return Optional.empty();
            }
        }

        private String statement(String month) {
            return "statements/" + person.id() + "/" + month;
        }
    }

    private static String deal(DealRow deal) {
        return RecordAddress.of("deals", deal.externalId());
    }
}
