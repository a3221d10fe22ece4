// The 1,024 words of which four are read aloud: of everyday things, four to nine letters, any two at least two letters apart.

/** A word's place here is what the four are drawn as; whoever changes the order changes what pages say to each other. */
export const SAFETY_WORDS: readonly string[] = `
  accordion acorn acrobat actor address admiral adventure afternoon airport album alcove algebra almond
  alpine anchor anthem antique antler apple apricot apron aquarium arcade arch archer arena armchair aroma
  arrow artist asparagus aspen aster atlas atom attic auburn audience author autumn avenue avocado award
  awning axle azalea backpack bacon badge bagel baker balcony ballad balloon bamboo banana bandstand banjo
  banner barley barn barrel basement basil basket bassoon bayou beach beagle bean beaver bedroom beehive
  beetle beetroot bell bento beret berry bicycle billboard birch biscuit blackbird blanket blossom blue
  bluebell blueberry boat bonfire bonnet book boomerang boots border bottle boulder boulevard bowl bracket
  branch brass bread breeze brick bridge broccoli bronze broom brother brownie brush bubble bucket buckle
  buffalo buggy builder bulb bulldog bumblebee bundle bungalow butcher butter butterfly button cabbage
  cabin cable cactus cake calendar camel camera camp campfire canal canary candle candy canister canoe
  canvas canyon captain caramel caravan card cardigan cardinal caribou carnival carousel carpet carriage
  carrot cartoon castle cathedral cedar celery cellar century chalk channel chapel chapter charcoal cheese
  cheetah chef cherry chess chestnut chicken chimney chipmunk chisel chocolate choir church cinema
  cinnamon circle circus citrus city clarinet clay cliff cloakroom clock cloth cloud clover coach coast
  cobweb cockpit cocoa coffee coin colony column comb comedy comet compass concert cone cookie copper
  coral corduroy corner cottage cotton country courtyard cousin coyote crab cradle cranberry crane crayon
  cream creek crescent cricket crimson crocodile croissant croquet crossroad crown cruise crust crystal
  cube cuckoo cucumber cupboard curry curtain cushion cyan daffodil dahlia daisy dancer dandelion daughter
  dawn december decimal deck deer delta desert detective diamond diary dinner diploma dish doll dolphin
  domino donkey doorway doughnut dove dragon dragonfly drawer drawing dress driftwood drizzle drum dryer
  dungarees dusk earring earth east echo eclipse editor eight elder elephant elevator eleven ember emerald
  empire engine envelope estate evening evergreen explorer express fabric factory fairy falcon family
  farmer farmhouse father february fence fern festival fiddle field fifteen figure film filter firefly
  fireplace fisher flag flamingo flask fleece float flour flower flute folder footpath forest forge fork
  fortress fossil fountain fourteen foxglove freckle freight friday friend frog frost fruit fuel gadget
  galaxy gallery gallop garage garden gate gazelle geese genie giant ginger giraffe glacier gladiolus
  glass glider glitter globe gnome golden goldfish goose gorilla granite grape gravel green greyhound
  griffin grocery guest guitar hallway hammer hamster handbag harmonica harness harp harvest hawk haystack
  hazel hazelnut heather hedge hedgehog helmet herald herb highway hiker hill hippo hive hobby holly honey
  hood hopscotch horizon horse horseshoe hotel husky iceberg icicle igloo impala insect iris iron island
  isle ivory jacket jade jaguar january jasmine jazz jelly jersey jetty jewel jigsaw jockey journal
  journey juggler juice jukebox july jumper jungle kangaroo kayak keeper kettle keyboard kilt kingdom
  kitchen kite kitten kiwi knight knot koala label lace ladder ladybird lagoon landscape lantern lark
  laundry laurel lava lavender leaf legend lemon lemonade lentil leopard lesson letter lettuce library
  lilac lily lime limestone linen lion liquorice lizard llama lobster loft lollipop lumber lunch macaroni
  magazine magician magnet magpie mall mammoth mango manor mansion maple marathon marble marina mariner
  market marmalade meadow medal melody melon mermaid meteor metro midnight milk mineral minibus mint
  mirror model monday monsoon monument moon morning mosaic moss mother motor motto mouse muffin mural
  museum mushroom music mustard napkin nation nature navy nectar needle nephew nest newspaper niece nine
  noodle north notebook novel november nugget nursery nutshell nylon oasis oatmeal oats oboe observer
  ocean octagon october octopus office olive olympic omelette onion opal opera orange orbit orchard
  orchestra orchid organ ornament ostrich otter oven overcoat oxygen oyster paddle page paint palace palm
  pancake panda panther papaya paper parachute parade parcel parchment parsley partridge passport pasta
  pastel pastry patchwork path pathway patio pavement pavilion peacock peanut pear pebble pecan pelican
  pencil penguin penny pepper perfume periscope petal phoenix photo piano pickle picnic picture pier
  pigeon piglet pillar pillow pilot pineapple pinecone pioneer pirate pistachio pitcher pixel pizza plaid
  planet plank plate platform plum plywood poem polar polka pond popcorn poppy porcelain porridge porter
  portrait postcard postman potato pottery prawn prince printer prism promenade propeller pudding pumpkin
  pupil puppet purple purse puzzle pyramid python quail quarter quartz queen quilt quiz rabbit raccoon
  radar radiator radio radish raft railway rainbow raincoat raisin rally ranger raspberry rattle raven
  recipe recorder redwood referee reindeer replica republic retriever rhubarb ribbon rice ripple river
  roadside robin robot roller romance roof rooster rope rosemary round rowboat royal ruby rucksack ruffle
  runner runway rustic safari sail salad salmon salt sand sandal sandpiper sandwich sapling sapphire
  satellite satin saturday saucer sauna sausage saxophone scale scarf scarlet scenic scholar school
  scissors scooter scout screen sculptor seagull seal season seaweed secret seed seesaw september seven
  shadow shawl sheep shelf shelter ship shipyard shirt shoe shoelace shovel shower shrimp shrub sidewalk
  signpost silo silver siren sister sixteen sketch skyline sleeve slipper slope snow snowdrop snowflake
  soap soccer sock sofa sombrero sorbet south sparkle sparrow spearmint sphere spice spider spinach spiral
  sponge spoon spring spruce square squash squirrel stable stadium stairs stamp starfish starling station
  statue steam steamer stereo stone stool stork straw street studio submarine suburb subway sugar
  sugarcane suitcase summer summit sunbeam sunday sundial sunflower sunrise sunset sushi swallow swan
  sweater swift swing switch symphony syrup taco tadpole tailor talent tangerine tapestry tassel taxi
  teacher teacup teapot teaspoon telescope temple tempo tennis tent terrace textile thimble thirteen
  thistle thread throne thunder thursday thyme ticket tide tiger tiles timber tinsel tomato torch tornado
  tortoise tower town track tractor trailer train tram traveller treasure tree treetop triangle trolley
  trombone trophy tropic trout trumpet trunk tuba tuesday tugboat tulip tunnel turban turkey turnip
  turquoise turtle tutor twelve twig twilight twine umbrella uncle unicorn uniform universe upland upriver
  upstairs vacation valley valve vanilla vase vehicle velvet vendor venture verse village vinegar vineyard
  vintage viola violet violin visitor vitamin voice volcano volume voyage wafer waffle wagon waistcoat
  waiter wallaby wallpaper walnut walrus wardrobe warehouse wasp watch waterfall wave wedding wednesday
  weekend wetland whale wheat wheel whirlpool whisker white wholemeal widget windmill window wink winter
  wolf wonder woodland wool worker workshop wrapper wreath wren xylophone yacht yellow zebra zenith zigzag
  zinc zipper
`
  .trim()
  .split(/\s+/);
