package org.koploper.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The texts and examples of operations and parameters, from the files below {@code openapi/}. */
final class OperationTexts {

    private final Map<String, Map<String, Object>> operations = read("operations.yml");
    private final Map<String, Map<String, Object>> parameters = read("parameters.yml");

    /**
     * What is said about one operation.
     *
     * @param schema name of the schema of its answer, with {@code []} behind it for a list; null where the code shows it
     * @param request an example; null for none
     * @param answer an example; null for none
     * @param problems statuses beside those that every operation can have
     */
    record Text(
            String id,
            String tag,
            List<String> scopes,
            String summary,
            String description,
            int status,
            @Nullable String schema,
            @Nullable Object request,
            @Nullable Object answer,
            List<Integer> problems) {}

    /** @param operation such as {@code GET /api/v1/goals}; null is answered where nothing is said about it */
    @Nullable
    Text of(String operation) {
        Map<String, Object> said = operations.get(operation);
        return said == null
                ? null
                : new Text(
                        text(said, "id"),
                        text(said, "tag"),
                        texts(said.get("scopes")),
                        text(said, "summary"),
                        text(said, "description"),
                        (Integer) Objects.requireNonNull(said.get("status")),
                        (String) said.get("schema"),
                        said.get("request"),
                        said.get("answer"),
                        numbers(said.get("problems")));
    }

    /** What is said about a parameter of an operation; null for nothing. */
    @Nullable
    String parameter(String id, String name) {
        return (String) about(id, name).get("text");
    }

    /** An example for it; null for none. */
    @Nullable
    Object example(String id, String name) {
        return about(id, name).get("example");
    }

    private Map<String, Object> about(String id, String name) {
        Map<String, Object> own = parameters.get(id + " " + name);
        return own == null ? parameters.getOrDefault(name, Map.of()) : own;
    }

    private static String text(Map<String, Object> said, String key) {
        return String.valueOf(Objects.requireNonNull(said.get(key), key));
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(String::valueOf).toList();
    }

    private static List<Integer> numbers(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Integer.class::cast).toList();
    }

    private static Map<String, Map<String, Object>> read(String file) {
        try (InputStream in = new ClassPathResource("openapi/" + file).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
