package org.koploper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product: {@code java -jar koploper.jar}. */
@SpringBootApplication
public class Koploper {

    static void main(String[] args) {
        SpringApplication.run(Koploper.class, args);
    }
}
