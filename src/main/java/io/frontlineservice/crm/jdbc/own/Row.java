package io.frontlineservice.crm.jdbc.own;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result. Read by {@link RowReader}. Immutable.
 *
 * @param fields the values that are not null, by the names of their columns in any case
 * @param id the id as the database writes it; null if it has none
 * @param sortName the sort name as the database writes it; null if it has none
 */
record Row(Map<String, Object> fields, @Nullable String id, @Nullable String sortName) {

}
