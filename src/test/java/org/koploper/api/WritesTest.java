package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What holds for every write, and every kind, whoever adds one. */
@OnHsqldb
class WritesTest {

    private static final Set<Class<? extends Annotation>> WRITES =
            Set.of(PutMapping.class, PostMapping.class, DeleteMapping.class, PatchMapping.class);

    /** Asked with a body, because a question is too long for an address; the same again has no effect. */
    private static final Set<String> QUESTIONS = Set.of("PlansController.evaluate");

    @Autowired
    RecordKinds kinds;

    @Test
    void everyWriteTakesAnIdempotencyKey() {
        JavaClasses classes = new ClassFileImporter().importPackages("org.koploper.api");
        List<String> without = classes.stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> WRITES.stream().anyMatch(method::isAnnotatedWith))
                .filter(method -> !QUESTIONS.contains(method.getOwner().getSimpleName() + "." + method.getName()))
                .filter(method -> !takesAKey(method))
                .map(JavaMethod::getFullName)
                .toList();

        assertThat(without).isEmpty();
    }

    private static boolean takesAKey(JavaMethod method) {
        return Arrays.stream(method.reflect().getParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(RequestHeader.class)))
                .anyMatch(header -> header.name().equals(Idempotency.HEADER));
    }

    @Test
    void everyKindOfRecordHasItsAddress() {
        assertThat(kinds.all().stream().map(RecordKind::name).filter(name -> !name.startsWith("trial")))
                .allMatch(name -> name.matches(RecordsController.KINDS));
    }
}
