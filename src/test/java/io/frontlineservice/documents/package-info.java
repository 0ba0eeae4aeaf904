/**
 * Tests of the documents: what the README and the files beside it name has to exist.
 */
package io.frontlineservice.documents;
