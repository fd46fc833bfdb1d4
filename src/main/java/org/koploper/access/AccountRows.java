package org.koploper.access;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The accounts in the database. */
interface AccountRows extends JpaRepository<Account, Long> {

    Optional<Account> findByUsername(String username);

    boolean existsByEnabledTrue();
}
