package org.koploper.access;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The accounts in the database. */
interface AccountRows extends JpaRepository<Account, Long> {

    Optional<Account> findByUsername(String username);

    /** Those who can administer the product, locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.enabled = true and :role member of a.roles order by a.person")
    List<Account> lockEnabled(Role role);

    /** How many besides that person have the role and may sign in. */
    @Query("select count(a) from Account a where a.enabled = true and :role member of a.roles and a.person <> :person")
    long countOthers(Role role, long person);

    boolean existsByEnabledTrue();
}
