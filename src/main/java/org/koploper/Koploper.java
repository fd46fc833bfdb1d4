package org.koploper;

import java.util.Locale;
import java.util.Map;
import org.koploper.commission.PlanCommands;
import org.koploper.operations.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product: {@code java -jar koploper.jar}; with a word behind it, runs that command and no server. */
@SpringBootApplication
public class Koploper {

    static void main(String[] args) {
        if (Commands.asked(args)) {
            System.exit(
                    Commands.run(args, Map.of("plan", new PlanCommands(System.out, System.err, Locale.getDefault()))));
        }
        SpringApplication.run(Koploper.class, args);
    }
}
