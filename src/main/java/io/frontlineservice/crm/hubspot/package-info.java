/**
 * The adapter of HubSpot: the contacts of an account, read live by its CRM API.
 */
@NullMarked
package io.frontlineservice.crm.hubspot;

import org.jspecify.annotations.NullMarked;
