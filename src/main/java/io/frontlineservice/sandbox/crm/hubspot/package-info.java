/**
 * A pretend HubSpot: contacts, their search, and owners, with HubSpot's limits and
 * errors. {@link io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot} is the entry
 * point.
 */
@NullMarked
package io.frontlineservice.sandbox.crm.hubspot;

import org.jspecify.annotations.NullMarked;
