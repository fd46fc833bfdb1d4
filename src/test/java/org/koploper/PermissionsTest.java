package org.koploper;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiQuestion;
import org.koploper.kpi.KpiScope;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.People;
import org.koploper.testing.People.Persona;
import org.koploper.ui.Browser;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who may do what: the rule of every public service method, endpoint and screen is asked for every persona, and where a
 * method is about a person, once about the own, once about one of the team, once about a foreign person. What comes out
 * must be the reviewed file {@code permissions.txt}; a difference is written to {@code target/permissions.txt}, to be read
 * and then, if it is wanted, to take its place.
 */
@OnHsqldb
class PermissionsTest {

    private static final Path REVIEWED = Path.of("src/test/resources/permissions.txt");
    private static final Path FOUND = Path.of("target/permissions.txt");

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    private PreAuthorizeAuthorizationManager rules;

    @BeforeEach
    void prepare() {
        DefaultMethodSecurityExpressionHandler expressions = new DefaultMethodSecurityExpressionHandler();
        expressions.setApplicationContext(context);
        rules = new PreAuthorizeAuthorizationManager();
        rules.setExpressionHandler(expressions);
    }

    @Test
    void theMatrixIsTheReviewedOne() throws IOException {
        List<String> lines = new ArrayList<>();
        methodsOf(Service.class).forEach(method -> lines.add(line("method  ", method)));
        methodsOf(RestController.class).forEach(method -> lines.add(line("endpoint", method)));
        routes().forEach(view -> lines.add(line(view)));
        lines.add(navigated("statements/%s/2026-11", "StatementView"));

        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, lines);
        long cells = lines.stream()
                .mapToLong(
                        line -> line.chars().filter(c -> c == '+' || c == '-').count())
                .sum();
        System.out.println("Permission matrix: " + lines.size() + " rules, " + cells + " cells");
        assertThat(lines)
                .as("what may be called, against the reviewed file; see " + FOUND)
                .isEqualTo(Files.exists(REVIEWED) ? Files.readAllLines(REVIEWED) : List.of());
    }

    private String line(String kind, Method method) {
        boolean aboutAPerson = Arrays.asList(method.getParameterTypes()).contains(PersonId.class)
                || Arrays.asList(method.getParameterTypes()).contains(KpiScope.class)
                || Arrays.stream(method.getGenericParameterTypes())
                        .anyMatch(type -> isPeople(type) || isQuestions(type));
        String cells = people.personas().stream()
                .map(persona -> persona.name() + " "
                        + (aboutAPerson
                                ? "" + sign(persona, method, persona.self())
                                        + sign(persona, method, persona.ofTheTeam())
                                        + sign(persona, method, persona.foreign())
                                : sign(persona, method, persona.self())))
                .collect(Collectors.joining("  "));
        String name = method.getDeclaringClass().getName().substring("org.koploper.".length()) + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
        return kind + " " + name + " | " + cells;
    }

    private char sign(Persona persona, Method method, PersonId about) {
        Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> type == PersonId.class
                        ? about
                        : type == KpiScope.class
                                ? KpiScope.of(about)
                                : isPeople(type) ? Set.of(about) : isQuestions(type) ? asked(about) : null)
                .toArray();
        SecurityContextHolder.getContext().setAuthentication(persona.authentication());
        try {
            Object bean = context.getBeanProvider(method.getDeclaringClass()).getIfAvailable();
            MethodInvocation call = new SimpleMethodInvocation(bean, method, arguments);
            AuthorizationResult result = rules.authorize(persona::authentication, call);
            assertThat(result).as("%s has no rule", method).isNotNull();
            return result.isGranted() ? '+' : '-';
        } catch (AccessDeniedException refusedByTheRuleItself) {
            return '-';
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static boolean isPeople(Type type) {
        return type.getTypeName().equals(Collection.class.getName() + "<" + PersonId.class.getName() + ">");
    }

    private static boolean isQuestions(Type type) {
        return type.getTypeName().equals(List.class.getName() + "<" + KpiQuestion.class.getName() + ">");
    }

    private static List<KpiQuestion> asked(PersonId about) {
        return List.of(new KpiQuestion(
                Kpi.REVENUE, KpiScope.of(about), Period.year(LocalDate.of(2025, 1, 1)), PeriodKind.MONTH));
    }

    private String line(Class<?> view) {
        AccessAnnotationChecker checker = new AccessAnnotationChecker();
        String cells = people.personas().stream()
                .filter(persona -> persona.person() || persona.name().equals("ANONYMOUS"))
                .map(persona -> persona.name() + " "
                        + (checker.hasAccess(
                                        view,
                                        persona.person() ? persona.authentication() : null,
                                        role -> persona.roles().contains(Role.valueOf(role)))
                                ? '+'
                                : '-'))
                .collect(Collectors.joining("  "));
        return "route    /" + view.getAnnotation(Route.class).value() + " | " + cells;
    }

    /** A route about a person is really opened, typed by hand, about the own, a team's and a foreign person. */
    private String navigated(String address, String view) {
        String cells = people.personas().stream()
                .filter(Persona::person)
                .map(persona -> persona.name() + " " + opened(persona, address, view, persona.self())
                        + opened(persona, address, view, persona.ofTheTeam())
                        + opened(persona, address, view, persona.foreign()))
                .collect(Collectors.joining("  "));
        return "opened   /" + address.formatted("PERSON") + " | " + cells;
    }

    private char opened(Persona persona, String address, String view, PersonId about) {
        try (Browser browser = Browser.signedIn(
                context, persona.self(), persona.name(), persona.roles().toArray(Role[]::new))) {
            return browser.open(address.formatted(about))
                            .getClass()
                            .getSimpleName()
                            .equals(view)
                    ? '+'
                    : '-';
        }
    }

    private Stream<Method> methodsOf(Class<? extends java.lang.annotation.Annotation> stereotype) {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        context.getBeansWithAnnotation(stereotype).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(type -> type.getName().startsWith("org.koploper."))
                .filter(type -> Modifier.isPublic(type.getModifiers()) || stereotype == RestController.class)
                .forEach(types::add);
        return types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> stereotype == RestController.class
                                ? org.springframework.core.annotation.AnnotatedElementUtils.hasAnnotation(
                                        method, org.springframework.web.bind.annotation.RequestMapping.class)
                                : Modifier.isPublic(method.getModifiers()))
                        .sorted(Comparator.comparing(Method::getName)
                                .thenComparing(method -> Arrays.toString(method.getParameterTypes()))));
    }

    private static Stream<Class<?>> routes() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.koploper").stream()
                .<Class<?>>map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(view -> view.getAnnotation(Route.class).registerAtStartup())
                .sorted(Comparator.comparing(
                        view -> view.getAnnotation(Route.class).value()));
    }
}
