/**
 * Reads the operator's own tables through the operator's own queries.
 */
@NullMarked
package io.frontlineservice.crm.jdbc.own;

import org.jspecify.annotations.NullMarked;
