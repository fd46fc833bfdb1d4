package org.koploper.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody, with the account each has or has not: for administration, page by page. */
@Service
public class AccountList {

    private static final String MATCHING = """
             from persons p left join accounts a on a.person_id = p.id
            where (lower(p.name) like :text escape '!' or lower(p.external_id) like :text escape '!'
                or lower(p.email) like :text escape '!' or a.username like :text escape '!')
              and (:access = 'ALL'
                or :access = 'ENABLED' and a.enabled = true
                or :access = 'DISABLED' and a.enabled = false
                or :access = 'NONE' and a.person_id is null)
              and (:role = 'ALL' or exists (select 1 from account_roles r where r.person_id = p.id and r.role = :role))
            """;

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that match, in that order: at most {@code limit} after the first {@code offset}. Two queries, however many there are. */
    @PreAuthorize("hasAnyRole('ADMIN','HR')")
    @Transactional(readOnly = true)
    public List<Listed> page(Filter filter, Order order, int offset, int limit) {
        List<Listed> page = jdbc.sql("select p.id, p.external_id, p.name, p.email, a.username, a.enabled" + MATCHING
                        + " order by " + order.sql() + ", p.id offset :offset rows fetch next :limit rows only")
                .param("text", pattern(filter.text()))
                .param("access", filter.access().name())
                .param("role", filter.role() == null ? "ALL" : filter.role().name())
                .param("offset", offset)
                .param("limit", Math.max(1, limit))
                .query((row, n) -> new Listed(
                        new PersonRef(
                                new PersonId(row.getLong("id")), row.getString("external_id"), row.getString("name")),
                        row.getString("email"),
                        row.getString("username"),
                        Set.of(),
                        row.getBoolean("enabled")))
                .list();
        Map<Long, Set<Role>> roles = rolesOf(page);
        return page.stream()
                .map(found -> found.with(roles.getOrDefault(found.person().id().value(), Set.of())))
                .toList();
    }

    /** How many match. */
    @PreAuthorize("hasAnyRole('ADMIN','HR')")
    @Transactional(readOnly = true)
    public int count(Filter filter) {
        return jdbc.sql("select count(*)" + MATCHING)
                .param("text", pattern(filter.text()))
                .param("access", filter.access().name())
                .param("role", filter.role() == null ? "ALL" : filter.role().name())
                .query(Integer.class)
                .single();
    }

    private Map<Long, Set<Role>> rolesOf(List<Listed> page) {
        Map<Long, Set<Role>> roles = new HashMap<>();
        List<Long> ids = new ArrayList<>(
                page.stream().map(found -> found.person().id().value()).toList());
        if (ids.isEmpty()) {
            return roles;
        }
        jdbc.sql("select person_id, role from account_roles where person_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    roles.computeIfAbsent(row.getLong("person_id"), person -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString("role")));
                });
        return roles;
    }

    private static String pattern(String text) {
        return "%"
                + text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }

    /** Which persons by their account. */
    public enum Access {
        ALL,
        ENABLED,
        DISABLED,
        NONE
    }

    /** By what they are sorted; who has nothing there comes last. */
    public enum Sort {
        NAME("p.name"),
        USERNAME("a.username");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    /** In which order. */
    public record Order(Sort sort, boolean descending) {

        public static final Order BY_NAME = new Order(Sort.NAME, false);

        String sql() {
            return sort.column + (descending ? " desc" : " asc") + " nulls last";
        }
    }

    /**
     * @param text part of a name, an e-mail address, an external id or the name to sign in with, whatever its case
     * @param role only who has it; null for whichever
     */
    public record Filter(
            String text, Access access, @Nullable Role role) {

        public static final Filter EVERYBODY = new Filter("", Access.ALL);

        public Filter(String text, Access access) {
            this(text, access, null);
        }
    }

    /**
     * One person.
     *
     * @param username what the person signs in with; null without an account
     * @param roles empty without an account
     */
    public record Listed(
            PersonRef person,
            @Nullable String email,
            @Nullable String username,
            Set<Role> roles,
            boolean enabled) {

        /** The same with these roles. */
        public Listed with(Set<Role> given) {
            return new Listed(person, email, username, Set.copyOf(given), enabled);
        }

        /** Whether the person has an account, enabled or not. */
        public boolean hasAccount() {
            return username != null;
        }
    }
}
