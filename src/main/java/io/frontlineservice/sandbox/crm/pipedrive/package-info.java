/**
 * A pretend Pipedrive: persons, their search, organizations and users, with Pipedrive's
 * token budget, limits and errors.
 * {@link io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive} is the entry point.
 */
@NullMarked
package io.frontlineservice.sandbox.crm.pipedrive;

import org.jspecify.annotations.NullMarked;
