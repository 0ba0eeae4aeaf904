/**
 * Customers: the objects that the app shows, the rules which worker may see which
 * customer, and the ports to the CRM and to grants.
 */
@NullMarked
package io.frontlineservice.customer;

import org.jspecify.annotations.NullMarked;
