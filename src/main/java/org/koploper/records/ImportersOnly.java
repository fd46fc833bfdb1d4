package org.koploper.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Administrators, tokens of the organisation that may import, and the product itself. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')"
        + " or T(org.koploper.access.Caller).isOrganisationTokenFor(T(org.koploper.access.Scope).IMPORTS)")
public @interface ImportersOnly {}
