package org.koploper.sales;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The deals in the database, to change one. */
interface DealRows extends JpaRepository<Deal, Long> {

    Optional<Deal> findByExternalId(String externalId);

    /** Counts the version on where only what lies beside the deal changes; 0 when somebody was faster. */
    @Modifying
    @Query("update Deal d set d.version = d.version + 1 where d.id = :id and d.version = :version")
    int countOn(long id, int version);
}
