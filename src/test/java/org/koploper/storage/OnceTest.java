package org.koploper.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.people.Organisation;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one request asks for several times is read once, and never after something was written. */
@OnHsqldb
class OnceTest {

    private static final class Source {

        private record Key(String of) {}

        private final AtomicInteger readings = new AtomicInteger();

        int read(String of) {
            return Once.read(new Key(of), readings::incrementAndGet);
        }
    }

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Organisation organisation;

    private final Source source = new Source();

    @AfterEach
    void end() {
        Once.close();
    }

    @Test
    void oneRequestReadsOnceAndTheNextAgain() {
        Once.open();
        assertThat(source.read("a")).isEqualTo(1);
        assertThat(source.read("a")).isEqualTo(1);
        assertThat(source.read("b")).isEqualTo(2);
        Once.close();
        Once.open();

        assertThat(source.read("a")).isEqualTo(3);
    }

    @Test
    void outsideARequestEverythingIsReadEachTime() {
        assertThat(source.read("a")).isEqualTo(1);
        assertThat(source.read("a")).isEqualTo(2);
    }

    @Test
    void afterAWriteOfAnybodyEverythingIsReadAgain() throws InterruptedException {
        Once.open();
        assertThat(source.read("a")).isEqualTo(1);
        Thread other = new Thread(() -> transaction.executeWithoutResult(status -> {}));
        other.start();
        other.join();

        assertThat(source.read("a")).isEqualTo(2);
        assertThat(source.read("a")).isEqualTo(2);
    }

    @Test
    void whoeverIsToldOfACommitFindsItInTheMiddleOfARequest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Integer> request = CompletableFuture.supplyAsync(() -> {
            Once.open();
            try {
                source.read("a");
                begun.countDown();
                told.await();
                return source.read("a");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                Once.close();
            }
        });
        begun.await();
        transaction.executeWithoutResult(status ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        told.countDown();
                        assertThat(request.join()).isEqualTo(2);
                    }
                }));

        assertThat(request.get()).isEqualTo(2);
    }

    @Test
    void whoeverMayBeWritingReadsForThemselves() {
        Once.open();
        assertThat(source.read("a")).isEqualTo(1);

        transaction.executeWithoutResult(status -> {
            assertThat(source.read("a")).isEqualTo(2);
            assertThat(source.read("a")).isEqualTo(3);
        });
    }

    @Test
    void theOrganisationIsReadOnceARequest() {
        Once.open();

        assertThat(Statements.of(() -> Caller.asSystem(() -> organisation.name() + organisation.country())))
                .isEqualTo(1);
    }
}
