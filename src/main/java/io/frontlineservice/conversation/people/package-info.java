@NullMarked
package io.frontlineservice.conversation.people;

import org.jspecify.annotations.NullMarked;
