package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.AccountRefused.Reason;
import org.koploper.audit.AccountHistory;
import org.koploper.audit.Trail;
import org.koploper.notice.Notice;
import org.koploper.notice.NoticeKind;
import org.koploper.notice.NoticeWords;
import org.koploper.notice.Notices;
import org.koploper.privacy.PersonFiles;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator looks as somebody else: as whom, that it is told and kept, and that nothing is changed. */
abstract class ViewAsContract {

    private static final String WHY = "An cannot find her deals";

    @Autowired
    private ViewAs viewAs;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeWords words;

    @Autowired
    private AccountHistory history;

    @Autowired
    private PersonFiles files;

    @Autowired
    private Trail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private PersonId administrator;
    private PersonId an;

    @BeforeEach
    void people() {
        administrator = account("Mohamed", Role.ADMIN);
        an = account("An", Role.REP);
    }

    @Test
    void itIsKeptWithTheReasonAndThePersonIsToldByWhomAndWhy() {
        start(an, WHY);

        var record = jdbc.sql("select actor_id, action, reason, object_ref from audit_records"
                        + " where object_kind = 'account' and object_ref = :an order by recorded_at desc, id desc")
                .param("an", an.toString())
                .withMaxRows(1)
                .query()
                .singleRow();
        assertThat(record)
                .containsEntry("actor_id", administrator.value())
                .containsEntry("action", "account.view-started")
                .containsEntry("reason", WHY);
        Notice notice = As.user(an, Set.of(Role.REP), () -> notices.page(true, 0, 1))
                .notices()
                .getFirst();
        assertThat(notice.kind()).isEqualTo(NoticeKind.SECURITY);
        assertThat(words.sentence(notice, Locale.UK)).isEqualTo("test looked at Koploper as you, because: " + WHY);
        assertThat(As.user(an, Set.of(Role.REP), history::own).getFirst().action())
                .isEqualTo("account.view-started");
    }

    @Test
    void itIsRefusedWhereItWouldShowTooMuchOrNothing() {
        PersonId finance = account("Luc", Role.FINANCE);
        PersonId other = account("Other", Role.ADMIN);
        PersonId blocked = account("Blocked", Role.REP);
        Caller.asSystem(() -> accounts.enable(blocked, false));

        assertRefused(Reason.OWN_ACCOUNT, administrator, WHY);
        assertRefused(Reason.BLOCKED, blocked, WHY);
        assertRefused(Reason.SEES_ALL_PAY, finance, WHY);
        assertRefused(Reason.NOTHING_TO_SEE, other, WHY);
        assertRefused(Reason.REASON_MISSING, an, " ");
        assertRefused(Reason.REASON_MISSING, an, null);
        As.user(administrator, Set.of(Role.ADMIN, Role.FINANCE), () -> {
            viewAs.start(finance, WHY);
            return true;
        });
    }

    @Test
    void onlyAdministratorsDoIt() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
            assertThatThrownBy(() -> As.user(administrator, Set.of(role), () -> {
                        viewAs.start(an, WHY);
                        return true;
                    }))
                    .as(role.name())
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> looking(() -> viewAs.start(an, WHY))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void administrationAndTheRightsOfFinanceStayOut() {
        CurrentUser viewer = new CurrentUser(administrator, "Mohamed", Set.of(Role.ADMIN), false);
        CurrentUser both = new CurrentUser(administrator, "Mohamed", Set.of(Role.ADMIN, Role.FINANCE), false);
        Set<Role> all = EnumSet.allOf(Role.class);

        assertThat(new CurrentUser(an, "An", all, false, viewer).roles())
                .containsExactlyInAnyOrder(Role.REP, Role.MANAGER, Role.HR);
        assertThat(new CurrentUser(an, "An", all, false, both).roles())
                .containsExactlyInAnyOrder(Role.REP, Role.MANAGER, Role.HR, Role.FINANCE);
    }

    @Test
    void whateverWritesIsRefusedBeforeItBegins() {
        Set<String> tried = new TreeSet<>();
        for (Object bean : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(type.getModifiers()) && writes(method)) {
                    Throwable refused = tried(method, bean);
                    assertThat(refused)
                            .as("%s", method)
                            .isInstanceOfAny(OnlyLooking.class, AccessDeniedException.class);
                    if (refused instanceof OnlyLooking) {
                        tried.add(type.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        assertThat(tried)
                .contains("DealDesk.change", "RecordEdits.change", "Notices.mark", "OwnCards.keep", "FirstSteps.seen")
                .hasSizeGreaterThan(20);
    }

    @Test
    void theTrailRefusesWhatCameInByAnotherWay() {
        Throwable refused = catchThrowable(() -> looking(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("update accounts set colour_scheme = 'dark' where person_id = :an")
                    .param("an", an.value())
                    .update();
            trail.record("deal.changed", new Trail.Subject("deal", "D1", "D1"), null, null, null);
        })));

        assertThat(refused).isInstanceOf(OnlyLooking.class);
        assertThat(jdbc.sql("select colour_scheme from accounts where person_id = :an")
                        .param("an", an.value())
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .single())
                .isEqualTo("null");
    }

    @Test
    void theFileOfWhatIsKeptAboutThePersonDoesNotLeave() {
        Throwable refused = catchThrowable(() -> looking(() -> {
            try {
                files.writeOwn(null, OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));

        assertThat(refused).isInstanceOf(OnlyLooking.class);
    }

    private static boolean writes(Method method) {
        Transactional transactional = method.getAnnotation(Transactional.class);
        return transactional != null && !transactional.readOnly() && Modifier.isPublic(method.getModifiers());
    }

    /** Arguments do not matter: it is refused before they are looked at. */
    private Throwable tried(Method method, Object bean) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == PersonId.class
                        ? an
                        : type == boolean.class
                                ? (Object) false
                                : type == long.class ? (Object) 0L : type == int.class ? (Object) 0 : null)
                .toArray();
        return catchThrowable(() ->
                As.looking(administrator, EnumSet.allOf(Role.class), an, EnumSet.allOf(Role.class), () -> {
                    try {
                        return method.invoke(bean, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw sneaky(thrown.getCause());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private static RuntimeException sneaky(Throwable thrown) {
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }

    private void looking(Runnable work) {
        As.looking(administrator, Set.of(Role.ADMIN), an, Set.of(Role.REP), () -> {
            work.run();
            return true;
        });
    }

    private void start(PersonId person, @Nullable String reason) {
        As.user(administrator, Set.of(Role.ADMIN), () -> {
            viewAs.start(person, reason);
            return true;
        });
    }

    private void assertRefused(Reason reason, PersonId person, @Nullable String why) {
        assertThatThrownBy(() -> start(person, why))
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private PersonId account(String name, Role... roles) {
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), name + person, name)
                .update();
        Caller.asSystem(
                () -> accounts.open(person, name + "-" + person, "a password for this test", false, Set.of(roles)));
        return person;
    }

    @OnHsqldb
    static class OnHsqldbTest extends ViewAsContract {}

    @OnPostgres
    static class OnPostgresTest extends ViewAsContract {}
}
