/**
 * The adapter of Microsoft Dataverse, in which Dynamics 365 keeps its data: the rows of a
 * table, read live by the Web API.
 */
@NullMarked
package io.frontlineservice.crm.dataverse;

import org.jspecify.annotations.NullMarked;
