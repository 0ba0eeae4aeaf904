/**
 * A pretend Dataverse for the sandbox and for tests: sign-in by Microsoft Entra and
 * queries of the Web API, with their limits.
 */
@NullMarked
package io.frontlineservice.sandbox.crm.dataverse;

import org.jspecify.annotations.NullMarked;
