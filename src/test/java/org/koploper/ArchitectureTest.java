package org.koploper;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koploper.access.AccountChanged;
import org.koploper.access.SystemOnly;
import org.koploper.audit.Trail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** House rules that the compiler and the room check cannot see. */
class ArchitectureTest {

    /** Writing, but only that somebody was at a place: nobody has to answer for that. */
    private static final Set<String> VISITS =
            Set.of("org.koploper.welcome.FirstSteps.seen(org.koploper.welcome.FirstStep)");

    private static JavaClasses product;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.koploper");
    }

    @Test
    void pureRoomsSeeOnlyJavaAndEachOther() {
        classes()
                .that()
                .resideInAnyPackage("org.koploper.money..", "org.koploper.period..", "org.koploper.commission.engine..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.springframework.modulith..",
                        "org.koploper.money..",
                        "org.koploper.period..",
                        "org.koploper.commission.engine.."))
                .check(product);
    }

    @Test
    void theRoomOfSmallNumbersSeesOnlyJavaAndItsLibrary() {
        classes()
                .that()
                .resideInAPackage("org.koploper.statistics..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "org.apache.commons..", "org.koploper.statistics.."))
                .check(product);
    }

    @Test
    void everyPublicServiceMethodSaysWhoMayCallIt() {
        methods().that(are(publicServiceMethods())).should(carryARule()).check(product);
    }

    @Test
    void everyRouteSaysWhoMayOpenIt() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .check(product);
    }

    /** Whatever these know, every browser loads before it shows anything. */
    @Test
    void theFirstPageLoadsNoListAndNoFormThatItDoesNotShow() {
        noClasses()
                .that()
                .areAssignableTo(VaadinServiceInitListener.class)
                .or()
                .areAssignableTo(RouterLayout.class)
                .or()
                .areAssignableTo(HasErrorParameter.class)
                .should()
                .transitivelyDependOnClassesThat()
                .belongToAnyOf(Grid.class, DatePicker.class, ComboBox.class, CustomField.class, PasswordField.class)
                .check(product);
    }

    @Test
    void everyEndpointSaysWhichScopeItNeeds() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(carryARule())
                .allowEmptyShould(true)
                .check(product);
    }

    @Test
    void everyChangeByAUserIsRecordedInTheTrail() {
        methods()
                .that(are(publicServiceMethods()))
                .and(are(describe("writing", ArchitectureTest::writes)))
                .and(are(describe("open to users", method -> !method.isAnnotatedWith(SystemOnly.class))))
                .and(are(describe("more than a visit", method -> !VISITS.contains(method.getFullName()))))
                .should(reachTheTrail())
                .check(product);
    }

    @Test
    void entitiesStayInTheirRoom() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(product);
    }

    @Test
    void screensUseFreeComponentsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "com.vaadin.flow.component.ai..",
                        "com.vaadin.flow.component.board..",
                        "com.vaadin.flow.component.charts..",
                        "com.vaadin.flow.component.crud..",
                        "com.vaadin.flow.component.dashboard..",
                        "com.vaadin.flow.component.gridpro..",
                        "com.vaadin.flow.component.map..",
                        "com.vaadin.flow.component.richtexteditor..",
                        "com.vaadin.flow.component.spreadsheet.."))
                .check(product);
    }

    @Test
    void questionsAreAskedInOneWayByTheKit() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.vaadin.flow.component.confirmdialog.."))
                .check(product);
    }

    @Test
    void noTextBecomesMarkup() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.vaadin.flow.component.Html")
                .check(product);
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "sets innerHTML",
                        call -> call.getTarget().getOwner().getFullName().equals("com.vaadin.flow.dom.Element")
                                && call.getTarget().getName().equals("setInnerHtml")))
                .check(product);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .check(product);
    }

    private static DescribedPredicate<JavaMethod> publicServiceMethods() {
        return describe(
                "public methods of public services",
                method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getOwner().isMetaAnnotatedWith(Service.class));
    }

    private static ArchCondition<JavaMethod> carryARule() {
        return new ArchCondition<>("say who may call it (@PreAuthorize, SignedInOnly, SystemOnly)") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean ruled = method.isMetaAnnotatedWith(PreAuthorize.class)
                        || method.isAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isMetaAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isAnnotatedWith(PreAuthorize.class);
                events.add(new SimpleConditionEvent(method, ruled, method.getFullName() + " has no rule"));
            }
        };
    }

    private static boolean writes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Transactional.class)
                .map(transactional -> !transactional.readOnly())
                .orElse(false);
    }

    /** Follows calls inside the product; a change of an account reaches the trail through its event. */
    private static ArchCondition<JavaMethod> reachTheTrail() {
        return new ArchCondition<>("write an audit record") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set<String> seen = new HashSet<>();
                Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(method));
                boolean found = method.getOwner().isEquivalentTo(Trail.class);
                while (!found && !open.isEmpty()) {
                    JavaCodeUnit unit = open.pop();
                    found = unit.getConstructorCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(AccountChanged.class));
                    for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
                        JavaClass owner = call.getTargetOwner();
                        if (owner.isEquivalentTo(Trail.class)) {
                            found = true;
                        } else if (owner.getPackageName().startsWith("org.koploper")
                                && seen.add(call.getTarget().getFullName())) {
                            call.getTarget().resolveMember().ifPresent(open::add);
                        }
                    }
                }
                events.add(new SimpleConditionEvent(method, found, method.getFullName() + " leaves no audit record"));
            }
        };
    }
}
