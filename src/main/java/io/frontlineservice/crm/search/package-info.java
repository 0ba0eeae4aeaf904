/**
 * The kit for adapters that sort and search customers themselves: the order of the list,
 * and which customers a search finds.
 */
@NullMarked
package io.frontlineservice.crm.search;

import org.jspecify.annotations.NullMarked;
