/**
 * The tables of this service for customers: their migrations, and reading them.
 */
@NullMarked
package io.frontlineservice.crm.jdbc.managed;

import org.jspecify.annotations.NullMarked;
