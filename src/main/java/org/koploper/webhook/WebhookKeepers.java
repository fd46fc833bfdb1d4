package org.koploper.webhook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Administrators, and tokens of the organisation that may keep webhooks. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PreAuthorize("hasAnyRole('ADMIN')"
        + " or T(org.koploper.access.Caller).isOrganisationTokenFor(T(org.koploper.access.Scope).WEBHOOKS)")
public @interface WebhookKeepers {}
