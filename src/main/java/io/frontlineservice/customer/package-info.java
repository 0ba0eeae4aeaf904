/**
 * Customers: the objects that the app shows, the rules of visibility, and the ports to
 * the CRM and to grants.
 */
@NullMarked
package io.frontlineservice.customer;

import org.jspecify.annotations.NullMarked;
