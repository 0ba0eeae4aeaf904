/**
 * Writes customers to the tables of this service: the command {@code import}, and the
 * first import of a service without customers.
 */
@NullMarked
package io.frontlineservice.crm.jdbc.load;

import org.jspecify.annotations.NullMarked;
