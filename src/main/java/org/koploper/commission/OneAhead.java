package org.koploper.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Computes the next part while the last one is used. The using stays on the calling thread, with its transaction and its
 * caller; the computing must need neither.
 */
final class OneAhead {

    private OneAhead() {}

    /**
     * Neighbours together until they weigh that much. The first one is alone, so that using it can begin early; and whatever
     * is computed for more than one is computed beside.
     */
    static <P> List<List<P>> parts(List<P> all, ToIntFunction<P> weight, int enough) {
        List<List<P>> parts = new ArrayList<>();
        int weighs = enough;
        for (P one : all) {
            if (weighs >= enough) {
                parts.add(new ArrayList<>());
                weighs = 0;
            }
            parts.getLast().add(one);
            weighs += parts.size() == 1 ? enough : weight.applyAsInt(one);
        }
        return parts;
    }

    /** In their order, never more than two of them at once; the first fault ends it and is thrown. */
    static <P, R> void forEach(List<P> parts, Function<P, R> compute, Consumer<R> use) {
        if (parts.size() == 1) {
            use.accept(compute.apply(parts.getFirst()));
            return;
        }
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<R> next = null;
            for (P part : parts) {
                Future<R> now = next;
                next = beside.submit(() -> compute.apply(part));
                if (now != null) {
                    use.accept(result(now));
                }
            }
            if (next != null) {
                use.accept(result(next));
            }
        }
    }

    private static <R> R result(Future<R> computed) {
        try {
            return computed.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while pay was computed", e);
        }
    }
}
